package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.time.Duration;

/** The part of {@code global} that concerns scrapes: what holds where a job says nothing. */
record ScrapeDefaults(
        Duration interval,
        Duration timeout,
        ScrapeLimits limits,
        HistogramOptions histograms,
        ScrapeFormats formats,
        boolean extraMetrics,
        String fingerprint) {
    private static final Duration INTERVAL = Duration.ofMinutes(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    static ScrapeDefaults read(ConfigNode global) {
        ConfigMap map = global.map();
        map.unsupported("scrape_failure_log_file", "failed scrapes are in /api/v1/targets");
        Duration interval = positive(map, "scrape_interval", INTERVAL);
        Duration timeout = positive(map, "scrape_timeout", TIMEOUT.compareTo(interval) > 0 ? interval : TIMEOUT);
        checkTimeout(map, timeout, interval);
        return new ScrapeDefaults(
                interval,
                timeout,
                ScrapeLimits.read(map, ScrapeLimits.NONE),
                HistogramOptions.read(map, HistogramOptions.DEFAULT),
                ScrapeFormats.read(map, ScrapeFormats.DEFAULT),
                map.bool("extra_scrape_metrics", false),
                global.fingerprint());
    }

    /** Zero counts as not written, as in the original. */
    static Duration positive(ConfigMap map, String key, Duration otherwise) {
        Duration duration = map.duration(key, otherwise);
        return duration.isZero() ? otherwise : duration;
    }

    static void checkTimeout(ConfigMap map, Duration timeout, Duration interval) {
        if (timeout.compareTo(interval) > 0) {
            throw map.need("scrape_timeout").problem("longer than the scrape_interval");
        }
    }
}
