package io.dawsos.observatory.server.api;

import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.SeriesSink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** Some series with a sample every fifteen seconds, as OpenMetrics and for a store. */
final class SampleData {
    private static final int INTERVAL = 15;
    private static final double[] SPECIAL = {
        0, -0.0, 1e-7, -1e-7, 1.5e21, 1e20, 0.1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e300
    };

    private record Sample(long second, double value) {}

    private final Map<Labels, List<Sample>> series = new TreeMap<>();

    static SampleData over(long start, long end) {
        SampleData data = new SampleData();
        int step = 0;
        for (long second = start; second <= end; second += INTERVAL, step++) {
            for (int i = 0; i < 6; i++) {
                data.add(second, step * (i + 1.5), "requests_total", "job", "job" + i % 2, "instance", "host" + i);
            }
            data.add(second, 20 + 5 * Math.sin(step / 10.0), "temperature", "place", "cellar");
            data.add(second, 15 + 5 * Math.cos(step / 10.0), "temperature", "place", "roof \"garden\" <1>");
            data.add(second, SPECIAL[step % SPECIAL.length], "special");
        }
        return data;
    }

    private void add(long second, double value, String name, String... labels) {
        Labels key = Labels.of(labels).with(Labels.METRIC_NAME, name);
        series.computeIfAbsent(key, _ -> new ArrayList<>()).add(new Sample(second, value));
    }

    String openMetrics() {
        StringBuilder text = new StringBuilder();
        series.forEach((labels, samples) -> samples.forEach(sample -> text.append(selector(labels))
                .append(' ')
                .append(GoNumber.of(sample.value()))
                .append(' ')
                .append(sample.second())
                .append('\n')));
        return text.append("# EOF\n").toString();
    }

    private static String selector(Labels labels) {
        StringJoiner text = new StringJoiner(",", labels.metricName() + "{", "}");
        labels.withoutMetricName()
                .forEach((name, value) -> text.add(name + "=\"" + value.replace("\"", "\\\"") + "\""));
        return text.toString();
    }

    void store(SeriesSink sink) throws IOException {
        Appender appender = sink.appender();
        series.forEach((labels, samples) ->
                samples.forEach(sample -> appender.append(labels, sample.second() * 1000, sample.value())));
        appender.commit();
    }
}
