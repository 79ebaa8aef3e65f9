package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.systemtest.Launcher.Curl;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus scrapes a service that the launcher has started. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PrometheusTest {

    private static final String WARM = "endpoint=\"/valuation\", cache_hit=\"true\"";
    private static final String COLD = "endpoint=\"/valuation\", cache_hit=\"false\"";
    private static final int COLD_DAYS = 5;

    private final List<AutoCloseable> running = new ArrayList<>();
    private Curl curl = new Curl("", "", "");
    private Prometheus prometheus;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Program up = new Launcher(data).up("--port", Integer.toString(Ports.free()));
        running.addFirst(up);
        curl = Launcher.curl(up);
        prometheus = Prometheus.start(folder, URI.create(curl.address()).getPort());
        running.addFirst(prometheus);
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : running) {
            each.close();
        }
    }

    @Test
    void hundredValuations_warmPack_answerTheObjectiveAndColdOnesAreToldApart() throws Exception {
        value("");
        double warmBefore = prometheus.awaitNumber("http_request_duration_seconds_count{" + WARM + "}");
        double coldBefore = prometheus.awaitNumber("http_request_duration_seconds_count{" + COLD + "}");
        for (int i = 0; i < 100; i++) {
            value("");
        }
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        for (int i = 1; i <= COLD_DAYS; i++) {
            value("?asof=" + today.minusWeeks(i));
        }
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(prometheus.awaitNumber("http_request_duration_seconds_count{" + WARM + "}") - warmBefore)
                    .isEqualTo(100);
            assertThat(prometheus.awaitNumber("http_request_duration_seconds_count{" + COLD + "}") - coldBefore)
                    .isEqualTo(COLD_DAYS);
        });
        double p95 = prometheus.awaitNumber("histogram_quantile(0.95, sum by (le)"
                + " (rate(http_request_duration_seconds_bucket{" + WARM + "}[5m])))");
        double cold = prometheus.awaitNumber("histogram_quantile(0.95, sum by (le)"
                + " (rate(http_request_duration_seconds_bucket{" + COLD + "}[5m])))");
        System.out.printf("valuation p95 by Prometheus: warm %.4f s, cold %.4f s%n", p95, cold);
        assertThat(p95).isPositive().isLessThanOrEqualTo(1.2);
    }

    @Test
    void metrics_checkedByPromtool_nothingIsSaidButOfTheNameFixedByContract(@TempDir Path folder) throws Exception {
        value("");
        Path page = Files.writeString(
                folder.resolve("metrics"), Http.get(curl.address() + "/metrics").body());
        Program promtool = Program.run(folder, Map.of(), "sh", "-c", "promtool check metrics < " + page.getFileName());
        assertThat(promtool.output().lines()).isNotEmpty().allMatch(line -> line.startsWith("portfolio_count_total "));
    }

    private void value(String query) throws IOException, InterruptedException {
        var answer = Http.get(curl.address() + curl.path() + query, curl.token());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
