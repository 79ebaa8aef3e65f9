package io.dawsos.telemetry.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the real {@code promtool check metrics} says of a page with one metric of each kind and those of the JVM. */
class PromtoolTest {

    @Test
    void page_checkedByPromtool_hasNoFaultButTheNameThatIsFixed() throws Exception {
        Metrics metrics = Metrics.create(true).withJvm();
        metrics.counter("trade_volume_total", "Trades.", Label.of("action", "buy", "sell"))
                .inc("buy");
        metrics.gauge("portfolio_count_total", "Portfolios.").set(200);
        metrics.gauge("pool_connections", "Connections.", () -> 3);
        metrics.histogram("request_seconds", "Requests.", new double[] {0.1, 1}, Label.of("method", "GET"))
                .observe(0.3, "GET");
        metrics.info("dawsos_system", "The system.", "version").set("0.1.0");
        String said = promtool(new MetricsPage(metrics).answer("text/plain").body());
        assertThat(said.lines())
                .containsExactly("portfolio_count_total non-counter metrics should not have \"_total\" suffix");
    }

    private static String promtool(byte[] page) throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(List.of("promtool", "check", "metrics")).redirectErrorStream(true);
        Process process;
        try {
            process = command.start();
        } catch (IOException e) {
            return fail("promtool is not installed (Debian: apt-get install prometheus)", e);
        }
        try (var in = process.getOutputStream()) {
            in.write(page);
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        return said;
    }
}
