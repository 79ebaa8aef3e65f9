package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.ingest.scrape.TargetScrape.Settings;

/** Jobs for tests, of what a file would say of them. */
final class Jobs {
    static final long MAX_BODY = 1 << 20;

    private Jobs() {}

    static ScrapeConfigs configs(String yaml) {
        ConfigMap root = ConfigFile.parse("prometheus.yml", yaml).map();
        ScrapeConfigs configs = ScrapeConfigs.read(root);
        root.end();
        return configs;
    }

    /** A job of one target with further settings, such as {@code sample_limit: 1}. */
    static ScrapeConfig job(String address, String settings) {
        return configs("scrape_configs: [{job_name: j, static_configs: [{targets: ['" + address + "']}]"
                        + (settings.isEmpty() ? "" : ", " + settings) + "}]")
                .jobs()
                .getFirst();
    }

    static Settings settings(String address, String settings) throws TargetException {
        ScrapeConfig config = job(address, settings);
        TargetLabels labels = new TargetLabels(config);
        Target target = labels.target(
                labels.discovered(config.discovery().fixed().getFirst().merged().getFirst()));
        if (target == null) {
            throw new IllegalArgumentException("relabelling drops the target");
        }
        return new Settings(config, target, "", MAX_BODY);
    }
}
