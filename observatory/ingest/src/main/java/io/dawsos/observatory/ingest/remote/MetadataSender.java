package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.MetricMetadata;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Sends what is known of metrics, now and then, in messages of their own; with version 2.0 it goes with the series. */
final class MetadataSender {
    private final RemoteWriteConfig config;
    private final KnownMetadata known;
    private final RequestSender sender;
    private final InstantSource clock;
    private Instant due = Instant.MIN;

    MetadataSender(RemoteWriteConfig config, KnownMetadata known, RequestSender sender, InstantSource clock) {
        this.config = config;
        this.known = known;
        this.sender = sender;
        this.clock = clock;
    }

    void sendWhenDue() throws InterruptedException {
        Instant now = clock.instant();
        if (!config.metadata().send() || config.message() == RemoteWriteMessage.V2 || now.isBefore(due)) {
            return;
        }
        List<Map.Entry<String, MetricMetadata>> all = known.all();
        int step = config.metadata().maxSamplesPerSend();
        for (int from = 0; from < all.size(); from += step) {
            send(all.subList(from, Math.min(all.size(), from + step)));
        }
        if (!all.isEmpty()) {
            due = now.plus(config.metadata().sendInterval());
        }
    }

    private void send(List<Map.Entry<String, MetricMetadata>> part) throws InterruptedException {
        V1Writer writer = new V1Writer();
        part.forEach(metric -> writer.metadata(metric.getKey(), metric.getValue()));
        sender.send(new SentRequest(Shard.compressed(writer.message()), 0, 0));
    }
}
