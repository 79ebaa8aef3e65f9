package io.dawsos.observatory.server.metrics;

import io.dawsos.telemetry.metrics.Metrics;
import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.registry.MetricType;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricFamilyDescriptor;
import io.prometheus.metrics.model.snapshots.MetricMetadata;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** A counter that something else keeps, read at each scrape. */
final class WatchedCounter implements Collector {
    private static final String SUFFIX = "_total";

    private final MetricMetadata metadata;
    private final Set<String> labels;
    private final Supplier<Map<String, ? extends Number>> values;

    private WatchedCounter(
            String name, String help, Set<String> labels, Supplier<Map<String, ? extends Number>> values) {
        this.metadata = MetricMetadata.builder()
                .name(name.substring(0, name.length() - SUFFIX.length()))
                .originalName(name)
                .counterSuffix(true)
                .help(help)
                .build();
        this.labels = labels;
        this.values = values;
    }

    static void watch(Metrics metrics, String name, String help, DoubleSupplier value) {
        register(metrics, new WatchedCounter(name, help, Set.of(), () -> Map.of("", value.getAsDouble())));
    }

    /** @param values by the label's value; a bounded set */
    static void watch(
            Metrics metrics, String name, String help, String label, Supplier<Map<String, ? extends Number>> values) {
        register(metrics, new WatchedCounter(name, help, Set.of(label), values));
    }

    private static void register(Metrics metrics, WatchedCounter counter) {
        if (metrics.enabled()) {
            metrics.registry().register(counter);
        }
    }

    @Override
    public CounterSnapshot collect() {
        List<CounterDataPointSnapshot> points = values.get().entrySet().stream()
                .map(entry ->
                        new CounterDataPointSnapshot(entry.getValue().doubleValue(), labels(entry.getKey()), null, 0))
                .toList();
        return new CounterSnapshot(metadata, points);
    }

    private Labels labels(String value) {
        return labels.isEmpty() ? Labels.EMPTY : Labels.of(labels.iterator().next(), value);
    }

    @Override
    public MetricFamilyDescriptor getMetricFamilyDescriptor() {
        return MetricFamilyDescriptor.of(MetricType.COUNTER, metadata, labels);
    }
}
