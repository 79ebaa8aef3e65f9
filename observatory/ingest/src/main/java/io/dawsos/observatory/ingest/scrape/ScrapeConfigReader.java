package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.relabel.RelabelRule;
import io.dawsos.observatory.ingest.discovery.DiscoveryConfig;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads one job. */
final class ScrapeConfigReader {
    private final ConfigMap map;
    private final ScrapeDefaults defaults;

    private ScrapeConfigReader(ConfigMap map, ScrapeDefaults defaults) {
        this.map = map;
        this.defaults = defaults;
    }

    static ScrapeConfig read(ConfigNode node, ScrapeDefaults defaults) {
        ScrapeConfig config = new ScrapeConfigReader(node.map(), defaults).read();
        node.map().end();
        return config;
    }

    private ScrapeConfig read() {
        map.unsupported("scrape_failure_log_file", "failed scrapes are in /api/v1/targets");
        String job = map.need("job_name").string();
        if (job.isEmpty()) {
            throw map.need("job_name").problem("wanted a name, got nothing");
        }
        Duration interval = ScrapeDefaults.positive(map, "scrape_interval", defaults.interval());
        return new ScrapeConfig(
                job,
                map.node().fingerprint() + defaults.fingerprint(),
                interval,
                timeout(interval),
                scheme(),
                map.string("metrics_path", "/metrics"),
                params(),
                map.bool("honor_labels", false),
                map.bool("honor_timestamps", true),
                map.bool("track_timestamps_staleness", false),
                map.bool("extra_scrape_metrics", defaults.extraMetrics()),
                ScrapeFormats.read(map, defaults.formats()),
                HistogramOptions.read(map, defaults.histograms()),
                ScrapeLimits.read(map, defaults.limits()),
                RelabelRule.readAll(map.list("relabel_configs")),
                RelabelRule.readAll(map.list("metric_relabel_configs")),
                HttpClientConfig.read(map),
                DiscoveryConfig.read(map));
    }

    private Duration timeout(Duration interval) {
        Duration shorter = defaults.timeout().compareTo(interval) > 0 ? interval : defaults.timeout();
        Duration timeout = ScrapeDefaults.positive(map, "scrape_timeout", shorter);
        ScrapeDefaults.checkTimeout(map, timeout, interval);
        return timeout;
    }

    private String scheme() {
        String scheme = map.string("scheme", "http");
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw map.need("scheme").problem("wanted http or https, got \"" + scheme + "\"");
        }
        return scheme;
    }

    private Map<String, List<String>> params() {
        Map<String, List<String>> params = new LinkedHashMap<>();
        ConfigMap written = map.mapOrNull("params");
        if (written != null) {
            written.keys().forEach(name -> params.put(name, written.need(name).strings()));
        }
        return params;
    }
}
