package io.dawsos.observatory.server.metrics;

import io.dawsos.observatory.tsdb.TimeSeriesStore;
import io.dawsos.telemetry.metrics.Metrics;
import java.util.Map;
import java.util.stream.Collectors;

/** How full the store is, and what it takes and refuses. */
public final class StoreMetrics {
    private StoreMetrics() {}

    public static void register(Metrics metrics, TimeSeriesStore store) {
        metrics.gauge("prometheus_tsdb_head_series", "Series in memory.", () -> store.status()
                .series());
        metrics.gauge("prometheus_tsdb_blocks_loaded", "Blocks of samples on disk.", () -> store.status()
                .blocks());
        metrics.gauge("prometheus_tsdb_storage_blocks_bytes", "Bytes of all blocks on disk.", () -> store.status()
                .bytes());
        metrics.gauge(
                "dawsos_tsdb_problems",
                "Parts of files that were cut off or set aside, the newest hundred.",
                () -> store.status().problems().size());
        WatchedCounter.watch(
                metrics,
                "prometheus_tsdb_head_samples_appended_total",
                "Samples that were stored.",
                () -> store.status().appended());
        WatchedCounter.watch(
                metrics,
                "dawsos_tsdb_refused_total",
                "Samples, exemplars and metadata that were not stored, by reason.",
                "reason",
                () -> refused(store));
    }

    private static Map<String, Long> refused(TimeSeriesStore store) {
        return store.status().refused().entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().reason(), Map.Entry::getValue));
    }
}
