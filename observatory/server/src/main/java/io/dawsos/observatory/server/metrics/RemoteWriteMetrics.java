package io.dawsos.observatory.server.metrics;

import io.dawsos.observatory.ingest.remote.RemoteWriteClient;
import io.dawsos.observatory.ingest.remote.RemoteWriteStatus;
import io.dawsos.telemetry.metrics.Metrics;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What is sent on to other servers, by the name of each. */
public final class RemoteWriteMetrics {
    private static final String NAME = "remote_name";

    private RemoteWriteMetrics() {}

    /** @param clients those of the moment */
    public static void register(Metrics metrics, Supplier<List<RemoteWriteClient>> clients) {
        WatchedCounter.watch(
                metrics,
                "prometheus_remote_storage_samples_total",
                "Samples, histograms and exemplars that a receiver has taken.",
                NAME,
                () -> by(clients, RemoteWriteStatus::sentSamples));
        WatchedCounter.watch(
                metrics,
                "prometheus_remote_storage_samples_dropped_total",
                "Samples that were not sent.",
                NAME,
                () -> by(clients, status -> status.droppedSamples().values().stream()
                        .mapToLong(Long::longValue)
                        .sum()));
        WatchedCounter.watch(
                metrics,
                "dawsos_remote_write_retries_total",
                "Requests that were sent again.",
                NAME,
                () -> by(clients, RemoteWriteStatus::retries));
        metrics.gauge(
                "prometheus_remote_storage_samples_pending",
                "Samples that wait on the disk to be sent, to all receivers together.",
                () -> by(clients, RemoteWriteStatus::pendingSamples).values().stream()
                        .mapToLong(Long::longValue)
                        .sum());
    }

    private static Map<String, Long> by(
            Supplier<List<RemoteWriteClient>> clients, Function<RemoteWriteStatus, Long> value) {
        return clients.get().stream()
                .collect(Collectors.toMap(client -> client.config().name(), client -> value.apply(client.status())));
    }
}
