package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.MetricMetadata;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What is known of the metrics that are sent; of so many. Safe for use by many threads. */
final class KnownMetadata {
    private static final int MOST = 50_000;
    private static final List<String> ENDINGS = List.of("_bucket", "_count", "_sum", "_total");

    private final ConcurrentHashMap<String, MetricMetadata> metrics = new ConcurrentHashMap<>();

    void put(String metric, MetricMetadata metadata) {
        if (metrics.size() < MOST || metrics.containsKey(metric)) {
            metrics.put(metric, metadata);
        }
    }

    /** What is known of the metric of a series, by the series' name. */
    @Nullable
    MetricMetadata of(String series) {
        MetricMetadata exact = metrics.get(series);
        if (exact != null) {
            return exact;
        }
        for (String ending : ENDINGS) {
            if (series.endsWith(ending)) {
                return metrics.get(series.substring(0, series.length() - ending.length()));
            }
        }
        return null;
    }

    List<Map.Entry<String, MetricMetadata>> all() {
        return List.copyOf(metrics.entrySet());
    }
}
