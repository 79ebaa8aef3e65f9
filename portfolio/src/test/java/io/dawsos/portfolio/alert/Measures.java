package io.dawsos.portfolio.alert;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.MetricsPage;
import java.nio.charset.StandardCharsets;

/** Reads metrics as a scraper does. */
final class Measures {

    private Measures() {}

    /** @param series {@code name{label="value"}} as the page writes it */
    static double of(Telemetry telemetry, String series) {
        String page = page(telemetry);
        return page.lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + series + " in\n" + page));
    }

    static String page(Telemetry telemetry) {
        return new String(new MetricsPage(telemetry.metrics()).answer(null).body(), StandardCharsets.UTF_8);
    }
}
