package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.config.ConfigMap;
import java.time.Duration;

/**
 * Whether and how metadata is sent: Prometheus's {@code metadata_config}.
 *
 * @param send whether it is; with version 2.0 it goes with the series
 * @param sendInterval how often, with version 1.0
 * @param maxSamplesPerSend how much of it in a request, with version 1.0
 */
public record MetadataConfig(boolean send, Duration sendInterval, int maxSamplesPerSend) {

    static MetadataConfig read(ConfigMap map) {
        long most = map.integer("max_samples_per_send", 2000);
        if (most < 1 || most > 100_000) {
            throw map.problem("max_samples_per_send wants a number from 1 to 100000, got " + most);
        }
        MetadataConfig config = new MetadataConfig(
                map.bool("send", true), map.duration("send_interval", Duration.ofMinutes(1)), (int) most);
        map.end();
        return config;
    }
}
