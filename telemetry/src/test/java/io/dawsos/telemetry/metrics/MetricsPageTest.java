package io.dawsos.telemetry.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsPageTest {

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    private static final String PROTOBUF =
            "application/vnd.google.protobuf; proto=io.prometheus.client.MetricFamily; encoding=delimited";

    /** As Prometheus 2.42 sends it. */
    private static final String PROMETHEUS_2 = "application/openmetrics-text;version=1.0.0,"
            + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    /** As Prometheus 2.42 sends it when it takes native histograms. */
    private static final String PROMETHEUS_2_NATIVE =
            "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited,"
                    + "application/openmetrics-text;version=1.0.0;q=0.8,"
                    + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1";

    /** As Prometheus 3 sends it. */
    private static final String PROMETHEUS_3 = "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
            + "application/openmetrics-text;version=0.0.1;q=0.4,"
            + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;q=0.2,*/*;q=0.1";

    private final Metrics metrics = Metrics.create(true);
    private final MetricsPage page = new MetricsPage(metrics);

    @Test
    void answer_whatPrometheusSends_isWhatItLikesBest() {
        assertThat(page.answer(PROMETHEUS_2).contentType()).isEqualTo(OPEN_METRICS);
        assertThat(page.answer(PROMETHEUS_2_NATIVE).contentType()).isEqualTo(PROTOBUF);
        assertThat(page.answer(PROMETHEUS_3).contentType()).isEqualTo(OPEN_METRICS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/openmetrics-text;version=0.0.1",
                "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=text",
                "application/openmetrics-text;q=0",
                "image/png",
                "*/*",
                "text/plain;version=1.0.0",
                "text/html,application/xhtml+xml,*/*;q=0.8",
            })
    void answer_nothingBetterIsWanted_isPlainText(String accept) {
        assertThat(page.answer(accept).contentType()).isEqualTo(TEXT);
    }

    @Test
    void answer_noHeader_isPlainText() {
        assertThat(page.answer(null).contentType()).isEqualTo(TEXT);
    }

    @Test
    void answer_names_areTheOnlyOnes() {
        metrics.gauge("one", "One.").set(1);
        metrics.gauge("two", "Two.").set(2);
        metrics.counter("jobs_total", "Jobs.");
        String text = text(page.answer(null, null, List.of("two", "jobs_total")));
        assertThat(text).contains("\ntwo 2.0\n").contains("\njobs_total 0.0\n").doesNotContain("one");
    }

    @Test
    void answer_gzipAccepted_isCompressed() throws Exception {
        metrics.gauge("one", "One.").set(1);
        MetricsPage.Answer plain = page.answer(null, "br, gzip;q=0", List.of());
        MetricsPage.Answer zipped = page.answer(null, "br, gzip;q=0.5", List.of());
        assertThat(plain.contentEncoding()).isNull();
        assertThat(zipped.contentEncoding()).isEqualTo("gzip");
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped.body()))) {
            assertThat(in.readAllBytes()).isEqualTo(plain.body());
        }
    }

    @Test
    void openMetrics_gaugeWhoseNameEndsInTotal_keepsItsName() {
        metrics.gauge("portfolio_count_total", "Portfolios.").set(200);
        assertThat(text(page.answer(OPEN_METRICS)))
                .contains("# TYPE portfolio_count_total gauge\n")
                .contains("\nportfolio_count_total 200.0\n")
                .doesNotContain("total_total")
                .endsWith("# EOF\n");
    }

    @Test
    void openMetrics_counter_isNamedWithoutTotalInItsMetadataOnly() {
        metrics.counter("jobs_total", "Jobs.").inc();
        assertThat(text(page.answer(OPEN_METRICS)))
                .contains("# TYPE jobs counter\n# HELP jobs Jobs.\njobs_total 1.0\n");
    }

    private static String text(MetricsPage.Answer answer) {
        return new String(answer.body(), UTF_8);
    }
}
