package io.dawsos.observatory.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The labels that name a series: names unique and sorted, values never empty (an empty value is an absent label).
 * Immutable; equality is by content; the hash is computed once. Names are any UTF-8, as since Prometheus 3.
 */
public final class Labels implements Comparable<Labels> {
    /** The label that holds the metric's name. */
    public static final String METRIC_NAME = "__name__";

    /** No label at all. */
    public static final Labels EMPTY = new Labels(new String[0]);

    /** Name, value, name, value, by name. */
    private final String[] pairs;

    private int hash;

    private Labels(String[] pairs) {
        this.pairs = pairs;
    }

    /**
     * Labels of names and values in turn, in any order.
     *
     * @throws IllegalArgumentException when a name comes twice or a value is missing
     */
    public static Labels of(String... namesAndValues) {
        if (namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("labels want name and value in turn, got " + namesAndValues.length
                    + " strings, the last being \"" + namesAndValues[namesAndValues.length - 1] + "\"");
        }
        LabelsBuilder labels = new LabelsBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (labels.has(namesAndValues[i])) {
                throw new IllegalArgumentException("label \"" + namesAndValues[i] + "\" comes twice");
            }
            labels.set(namesAndValues[i], namesAndValues[i + 1]);
        }
        return labels.build();
    }

    public static Labels of(Map<String, String> labels) {
        LabelsBuilder built = new LabelsBuilder();
        labels.forEach(built::set);
        return built.build();
    }

    /**
     * Labels of names and values in turn, already by ascending name, each once, no value empty: for stores that hold them
     * so. Nothing is checked, and the array is not copied: the caller gives it up.
     */
    public static Labels ofSorted(String[] pairs) {
        return pairs.length == 0 ? EMPTY : new Labels(pairs);
    }

    public int size() {
        return pairs.length / 2;
    }

    public boolean isEmpty() {
        return pairs.length == 0;
    }

    /** The i-th name in order of names. */
    public String name(int i) {
        return pairs[2 * i];
    }

    /** The value of the i-th name. */
    public String value(int i) {
        return pairs[2 * i + 1];
    }

    /** The value of a label, empty when it is not there. */
    public String get(String name) {
        String value = find(name);
        return value == null ? "" : value;
    }

    public boolean has(String name) {
        return find(name) != null;
    }

    /** The metric's name, empty when there is none. */
    public String metricName() {
        return get(METRIC_NAME);
    }

    private @Nullable String find(String name) {
        for (int i = 0; i < pairs.length; i += 2) {
            int order = pairs[i].compareTo(name);
            if (order == 0) {
                return pairs[i + 1];
            }
            if (order > 0) {
                return null;
            }
        }
        return null;
    }

    public void forEach(BiConsumer<String, String> visitor) {
        for (int i = 0; i < pairs.length; i += 2) {
            visitor.accept(pairs[i], pairs[i + 1]);
        }
    }

    /** These labels without those named. */
    public Labels without(Collection<String> names) {
        return keep(name -> !names.contains(name));
    }

    /** These labels without the metric's name. */
    public Labels withoutMetricName() {
        return has(METRIC_NAME) ? keep(name -> !name.equals(METRIC_NAME)) : this;
    }

    /** Only the labels named. */
    public Labels only(Collection<String> names) {
        return keep(names::contains);
    }

    /** Only the labels whose name passes. */
    public Labels keep(Predicate<String> wanted) {
        String[] kept = new String[pairs.length];
        int size = 0;
        for (int i = 0; i < pairs.length; i += 2) {
            if (wanted.test(pairs[i])) {
                kept[size++] = pairs[i];
                kept[size++] = pairs[i + 1];
            }
        }
        return size == pairs.length ? this : ofSorted(Arrays.copyOf(kept, size));
    }

    /** These labels with one set; an empty value takes it away. */
    public Labels with(String name, String value) {
        return toBuilder().set(name, value).build();
    }

    public LabelsBuilder toBuilder() {
        LabelsBuilder builder = new LabelsBuilder();
        forEach(builder::set);
        return builder;
    }

    public Map<String, String> toMap() {
        Map<String, String> map = new TreeMap<>();
        forEach(map::put);
        return map;
    }

    @Override
    public int compareTo(Labels other) {
        int common = Math.min(pairs.length, other.pairs.length);
        for (int i = 0; i < common; i++) {
            int order = pairs[i].compareTo(other.pairs[i]);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(pairs.length, other.pairs.length);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Labels labels
                        && hashCode() == labels.hashCode()
                        && Arrays.equals(pairs, labels.pairs));
    }

    @Override
    public int hashCode() {
        if (hash == 0) {
            hash = Arrays.hashCode(pairs);
        }
        return hash;
    }

    /** As PromQL writes it: {@code up{job="api"}}, or {@code {"my.metric",job="api"}} where the name needs quotes. */
    @Override
    public String toString() {
        return LabelText.of(this);
    }
}
