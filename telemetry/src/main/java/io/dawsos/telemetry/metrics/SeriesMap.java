package io.dawsos.telemetry.metrics;

import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The series of one metric by their label values. A known combination is one hash lookup; a new one is checked against
 * the labels first, so that what is stored is bounded by them.
 */
final class SeriesMap<S> {

    private final String metric;
    private final List<Label> labels;
    private final String[] names;
    private final boolean strict;
    private final @Nullable Counter refused;
    private final Function<Labels, S> make;
    private final ConcurrentHashMap<Key, S> series = new ConcurrentHashMap<>();

    /** @param refused counts the values that became {@value Label#OTHER}, by metric */
    SeriesMap(String metric, Label[] labels, boolean strict, @Nullable Counter refused, Function<Labels, S> make) {
        this.metric = metric;
        this.labels = List.of(labels);
        this.names = this.labels.stream().map(Label::name).toArray(String[]::new);
        this.strict = strict;
        this.refused = refused;
        this.make = make;
        if (labels.length == 0) {
            get();
        }
    }

    String metric() {
        return metric;
    }

    List<String> names() {
        return List.of(names);
    }

    Collection<S> all() {
        return series.values();
    }

    S get(String... values) {
        S known = series.get(new Key(values));
        return known != null ? known : admit(values);
    }

    void remove(String... values) {
        synchronized (series) {
            series.remove(new Key(values));
        }
    }

    private S admit(String[] values) {
        synchronized (series) {
            String[] admitted = new String[names.length];
            if (values.length != names.length) {
                refuse("wanted values for " + labels + ", got " + Arrays.toString(values));
                Arrays.fill(admitted, Label.OTHER);
            } else {
                Arrays.setAll(admitted, i -> admit(i, values[i]));
            }
            return series.computeIfAbsent(new Key(admitted), key -> make.apply(Labels.of(names, key.values)));
        }
    }

    private String admit(int index, @Nullable String value) {
        Label label = labels.get(index);
        if (value != null && (label.has(value) || (label.isOpen() && hasRoom(index, value)))) {
            return value;
        }
        if (!label.isOpen() || value == null) {
            refuse("label " + label.name() + ": no value \"" + value + "\", only those of " + label);
        } else {
            count();
        }
        return Label.OTHER;
    }

    private boolean hasRoom(int index, String value) {
        List<String> known = series.keySet().stream()
                .map(key -> key.values[index])
                .filter(v -> !v.equals(Label.OTHER))
                .distinct()
                .toList();
        return known.contains(value) || known.size() < labels.get(index).maxValues();
    }

    private void refuse(String why) {
        if (strict) {
            throw new IllegalArgumentException("metric " + metric + ": " + why);
        }
        count();
    }

    private void count() {
        if (refused != null) {
            refused.inc(metric);
        }
    }

    private static final class Key {
        private final String[] values;

        Key(String[] values) {
            this.values = values;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Arrays.equals(values, key.values);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(values);
        }
    }
}
