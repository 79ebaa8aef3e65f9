package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.StaleMarker;
import java.util.LinkedHashMap;
import java.util.Map;

/** The series about a target's scrapes: {@code up} and the {@code scrape_} ones. */
final class ReportSeries {
    private final Labels target;
    private final ScrapeConfig config;
    private final Target scraped;

    ReportSeries(ScrapeConfig config, Target scraped) {
        this.target = scraped.labels();
        this.config = config;
        this.scraped = scraped;
    }

    void append(Appender appender, long timestamp, ScrapeResult result) {
        values(result).forEach((name, value) -> appender.append(series(name), timestamp, value));
    }

    /** Ends the series. */
    void appendStale(Appender appender, long timestamp) {
        values(ScrapeResult.NONE)
                .forEach((name, value) -> appender.append(series(name), timestamp, StaleMarker.value()));
    }

    private Labels series(String name) {
        return target.with(Labels.METRIC_NAME, name);
    }

    private Map<String, Double> values(ScrapeResult result) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("up", result.succeeded() ? 1.0 : 0.0);
        values.put("scrape_duration_seconds", result.duration().toNanos() / 1e9);
        values.put("scrape_samples_scraped", (double) result.scraped());
        values.put("scrape_samples_post_metric_relabeling", (double) result.kept());
        values.put("scrape_series_added", (double) result.fresh());
        if (config.extraMetrics()) {
            values.put("scrape_timeout_seconds", scraped.timeout().toMillis() / 1e3);
            values.put("scrape_sample_limit", (double) config.limits().samples());
            values.put("scrape_body_size_bytes", (double) result.bodyBytes());
        }
        return values;
    }
}
