package io.dawsos.observatory.ingest.scrape;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.ingest.scrape.TargetScrape.Settings;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetScrapeTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");

    private final MemorySink sink = new MemorySink();
    private Exposer exposer;
    private Instant now = START;

    @BeforeEach
    void start() throws Exception {
        exposer = new Exposer();
    }

    @AfterEach
    void stop() {
        exposer.close();
    }

    private TargetScrape scrape(String settings) throws Exception {
        return new TargetScrape(sink, Jobs.settings(exposer.address(), settings));
    }

    private void once(TargetScrape scrape) throws InterruptedException {
        now = now.plusSeconds(60);
        scrape.scrape(now);
    }

    @Test
    void scrape_text_isStoredWithTheTargetsLabels() throws Exception {
        exposer.says("# TYPE a counter\n# HELP a Help.\na{x=\"1\"} 2\n");
        once(scrape(""));

        assertThat(sink.labels("a"))
                .containsExactly(Labels.of("__name__", "a", "x", "1", "job", "j", "instance", exposer.address()));
        assertThat(sink.samples("a")).containsExactly(entry(now, 2));
        assertThat(sink.metadata()).containsEntry("a", new MetricMetadata("counter", "", "Help."));
        assertThat(sink.last("up")).isEqualTo(1);
        assertThat(sink.last("scrape_samples_scraped")).isEqualTo(1);
        assertThat(sink.last("scrape_series_added")).isEqualTo(1);
        assertThat(sink.last("scrape_duration_seconds")).isPositive();
        assertThat(sink.labels("scrape_timeout_seconds")).isEmpty();
    }

    private static Map.Entry<Long, Double> entry(Instant time, double value) {
        return Map.entry(time.toEpochMilli(), value);
    }

    @Test
    void scrape_asksAsPrometheusDoes() throws Exception {
        exposer.says("a 1\n");
        once(scrape("params: {p: [v]}"));

        assertThat(exposer.asked().getFirst().getFirst("Accept-Encoding")).isEqualTo("gzip");
        assertThat(exposer.asked().getFirst().getFirst("X-Prometheus-Scrape-Timeout-Seconds"))
                .isEqualTo("10");
        assertThat(exposer.asked().getFirst().getFirst("Accept"))
                .startsWith("application/openmetrics-text;version=1.0.0");
        assertThat(exposer.addresses()).containsExactly("/metrics?p=v");
    }

    @Test
    void scrape_gzip_isUnpacked() throws Exception {
        exposer.saysGzipped("a 1\n");
        once(scrape(""));

        assertThat(sink.last("a")).isEqualTo(1);
    }

    @Test
    void scrape_again_goesByNumber() throws Exception {
        exposer.says("a 1\nb 2\n");
        TargetScrape scrape = scrape("");
        once(scrape);
        once(scrape);
        once(scrape);

        assertThat(sink.samples("a")).hasSize(3);
        assertThat(sink.byRef()).isEqualTo(4);
        assertThat(sink.last("scrape_series_added")).isZero();
    }

    @Test
    void scrape_storeForgotItsNumbers_losesNoSample() throws Exception {
        exposer.says("a 1\n");
        TargetScrape scrape = scrape("");
        once(scrape);
        once(scrape);
        sink.forgetRefs();
        once(scrape);

        assertThat(sink.samples("a")).hasSize(3);
    }

    @Test
    void series_vanishes_isEnded() throws Exception {
        TargetScrape scrape = scrape("");
        exposer.says("a 1\nb 1\n");
        once(scrape);
        exposer.says("a 1\n");
        once(scrape);

        assertThat(sink.ended("b")).isTrue();
        assertThat(sink.ended("a")).isFalse();
        exposer.says("a 1\nb 1\n");
        once(scrape);
        assertThat(sink.last("b")).isEqualTo(1);
    }

    @Test
    void series_writtenOtherwise_isNotEnded() throws Exception {
        TargetScrape scrape = scrape("");
        exposer.says("a{x=\"1\",y=\"2\"} 1\n");
        once(scrape);
        exposer.says("a{y=\"2\",x=\"1\"} 2\n");
        once(scrape);

        assertThat(sink.last("a")).isEqualTo(2);
    }

    @Test
    void scrape_fails_endsSeriesAndIsDown() throws Exception {
        TargetScrape scrape = scrape("");
        exposer.says("a 1\n");
        once(scrape);
        exposer.answers(exchange -> exchange.sendResponseHeaders(500, -1));
        once(scrape);

        assertThat(sink.ended("a")).isTrue();
        assertThat(sink.last("up")).isZero();
        assertThat(sink.ended("up")).isFalse();
        assertThat(scrape.status().health()).isEqualTo(ScrapeHealth.DOWN);
        assertThat(scrape.status().lastError()).isEqualTo("server returned HTTP status 500");
        int samples = sink.samples("a").size();
        once(scrape);
        assertThat(sink.samples("a")).as("ended once").hasSize(samples);
        exposer.says("a 3\n");
        once(scrape);
        assertThat(sink.last("a")).isEqualTo(3);
        assertThat(scrape.status().health()).isEqualTo(ScrapeHealth.UP);
    }

    @Test
    void target_gone_endsAllSeries() throws Exception {
        TargetScrape scrape = scrape("");
        exposer.says("a 1\n");
        once(scrape);
        scrape.end(now.plusSeconds(1));

        assertThat(sink.ended("a")).isTrue();
        assertThat(sink.ended("up")).isTrue();
    }

    @Test
    void timestamps_areHonouredAndNotTracked() throws Exception {
        TargetScrape scrape = scrape("");
        exposer.says("a 1 1700000000000\n");
        once(scrape);
        exposer.says("b 1\n");
        once(scrape);

        assertThat(sink.samples("a")).containsExactly(Map.entry(1_700_000_000_000L, 1.0));
    }

    @Test
    void timestamps_notHonoured_areTheScrapes() throws Exception {
        exposer.says("a 1 1700000000000\n");
        once(scrape("honor_timestamps: false"));

        assertThat(sink.samples("a")).containsExactly(entry(now, 1));
    }

    @Test
    void timestamps_trackedWhereAsked_areEnded() throws Exception {
        TargetScrape scrape = scrape("track_timestamps_staleness: true");
        exposer.says("a 1 " + START.toEpochMilli() + "\n");
        once(scrape);
        exposer.says("b 1\n");
        once(scrape);

        assertThat(sink.ended("a")).isTrue();
    }

    @Test
    void labels_conflicting_areExported() throws Exception {
        exposer.says("a{job=\"theirs\",exported_job=\"x\"} 1\n");
        once(scrape(""));

        assertThat(sink.labels("a").getFirst().toMap())
                .containsEntry("job", "j")
                .containsEntry("exported_job", "x")
                .containsEntry("exported_exported_job", "theirs");
    }

    @Test
    void labels_honoured_stay() throws Exception {
        exposer.says("a{job=\"theirs\",instance=\"\"} 1\n");
        once(scrape("honor_labels: true"));

        assertThat(sink.labels("a")).containsExactly(Labels.of("__name__", "a", "job", "theirs"));
    }

    @Test
    void metricRelabelling_dropsAndRenames() throws Exception {
        exposer.says("a 1\nb 1\n");
        once(scrape("metric_relabel_configs: [{source_labels: [__name__], regex: a, action: drop},"
                + " {source_labels: [__name__], regex: b, target_label: __name__, replacement: c}]"));

        assertThat(sink.labels("a")).isEmpty();
        assertThat(sink.labels("b")).isEmpty();
        assertThat(sink.last("c")).isEqualTo(1);
        assertThat(sink.last("scrape_samples_scraped")).isEqualTo(2);
        assertThat(sink.last("scrape_samples_post_metric_relabeling")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sample_limit: 1               | more samples than sample_limit, which is 1",
                "label_limit: 3                | has 4 labels; label_limit is 3",
                "label_name_length_limit: 8    | longer than label_name_length_limit, which is 8",
                "label_value_length_limit: 12  | longer than label_value_length_limit, which is 12",
                "body_size_limit: 10B          | the body is longer than 10B; raise body_size_limit",
            })
    void limits_exceeded_failTheScrape(String limit, String message) throws Exception {
        exposer.says("a{long_name=\"a rather long value\"} 1\nb 1\n");
        TargetScrape scrape = scrape(limit);
        once(scrape);

        assertThat(scrape.status().lastError()).contains(message);
        assertThat(sink.labels("a")).isEmpty();
        assertThat(sink.last("up")).isZero();
    }

    @Test
    void contentType_missing_wantsAFallback() throws Exception {
        exposer.answers(exchange -> {
            exchange.sendResponseHeaders(200, 4);
            exchange.getResponseBody().write("a 1\n".getBytes(StandardCharsets.UTF_8));
        });
        TargetScrape strict = scrape("");
        once(strict);
        assertThat(strict.status().lastError()).contains("write fallback_scrape_protocol");

        once(scrape("fallback_scrape_protocol: PrometheusText0.0.4"));
        assertThat(sink.last("a")).isEqualTo(1);
    }

    @Test
    void exemplar_shownTwice_isStoredOnce() throws Exception {
        exposer.says(
                "# TYPE a counter\na_total 1 # {trace_id=\"t\"} 0.5\n# EOF\n",
                "application/openmetrics-text; version=1.0.0; charset=utf-8");
        TargetScrape scrape = scrape("");
        once(scrape);
        once(scrape);

        assertThat(sink.exemplars()).hasSize(1);
    }

    @Test
    void extraMetrics_askedFor_areThere() throws Exception {
        exposer.says("a 1\n");
        once(scrape("extra_scrape_metrics: true, sample_limit: 7"));

        assertThat(sink.last("scrape_timeout_seconds")).isEqualTo(10);
        assertThat(sink.last("scrape_sample_limit")).isEqualTo(7);
        assertThat(sink.last("scrape_body_size_bytes")).isEqualTo(4);
    }

    @Test
    void settings_change_endWhatTheyDropAndKeepTheRest() throws Exception {
        exposer.says("a 1\nb 1\n");
        TargetScrape scrape = scrape("");
        once(scrape);
        Settings other = Jobs.settings(
                exposer.address(), "metric_relabel_configs: [{source_labels: [__name__], regex: a, action: drop}]");
        scrape.apply(other);
        once(scrape);

        assertThat(sink.ended("a")).isTrue();
        assertThat(sink.last("b")).isEqualTo(1);
    }

    @Test
    void forcedError_failsWithoutAsking() throws Exception {
        Settings settings = Jobs.settings(exposer.address(), "");
        TargetScrape scrape =
                new TargetScrape(sink, new Settings(settings.config(), settings.target(), "too many", 1000));
        once(scrape);

        assertThat(exposer.asked()).isEmpty();
        assertThat(scrape.status().lastError()).isEqualTo("too many");
    }
}
