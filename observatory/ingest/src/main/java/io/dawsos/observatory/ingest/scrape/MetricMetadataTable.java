package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.ingest.exposition.ScrapedMetadata;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.MetricMetadata;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What a target says of its metrics. Written by its scrapes, read by anyone. */
final class MetricMetadataTable {
    private static final int MAX_METRICS = 100_000;
    private static final MetricMetadata UNKNOWN = new MetricMetadata("unknown", "", "");

    private final Map<String, MetricMetadata> metrics = new ConcurrentHashMap<>();
    private final Set<String> changed = new HashSet<>();

    void take(ScrapedMetadata line) {
        String metric = line.metric();
        MetricMetadata known = metrics.getOrDefault(metric, UNKNOWN);
        MetricMetadata said =
                switch (line.kind()) {
                    case TYPE -> new MetricMetadata(line.text(), known.unit(), known.help());
                    case UNIT -> new MetricMetadata(known.type(), line.text(), known.help());
                    case HELP -> new MetricMetadata(known.type(), known.unit(), line.text());
                };
        boolean room = metrics.size() < MAX_METRICS || metrics.containsKey(metric);
        if (room && !said.equals(metrics.put(metric, said))) {
            changed.add(metric);
        }
    }

    /** Hands over what changed since the last time. */
    void flush(Appender appender) {
        for (String metric : changed) {
            appender.metadata(metric, metrics.getOrDefault(metric, UNKNOWN));
        }
        changed.clear();
    }

    Map<String, MetricMetadata> metrics() {
        return Map.copyOf(metrics);
    }
}
