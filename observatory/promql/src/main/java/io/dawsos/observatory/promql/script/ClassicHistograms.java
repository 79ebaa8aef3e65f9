package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.promql.parse.NumberText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers classic histograms, series with {@code le}, into histograms with custom boundaries. */
final class ClassicHistograms {
    private static final class Classic {
        final TreeMap<Double, Double> cumulative = new TreeMap<>();
        double count = Double.NaN;
        double sum;
    }

    private final Map<Labels, TreeMap<Long, Classic>> histograms = new TreeMap<>();

    /** Takes a series into account when its name ends as those of a classic histogram do. */
    void add(ScriptCommand.LoadedSeries series, long interval) {
        String name = series.labels().metricName();
        for (int i = 0; i < series.values().size(); i++) {
            if (series.values().get(i) instanceof SequenceValue.Number number) {
                add(series.labels(), name, i * interval, number.value());
            }
        }
    }

    private void add(Labels labels, String name, long time, double value) {
        if (name.endsWith("_bucket")) {
            double bound = bound(labels.get("le"));
            if (!Double.isNaN(bound)) {
                at(labels, name, "_bucket", time).cumulative.put(bound, value);
            }
        } else if (name.endsWith("_count")) {
            at(labels, name, "_count", time).count = value;
        } else if (name.endsWith("_sum")) {
            at(labels, name, "_sum", time).sum = value;
        }
    }

    private static double bound(String le) {
        boolean negative = le.startsWith("-");
        double value = NumberText.parse(negative || le.startsWith("+") ? le.substring(1) : le)
                .orElse(Double.NaN);
        return negative ? -value : value;
    }

    private Classic at(Labels labels, String name, String suffix, long time) {
        Labels base = labels.with(Labels.METRIC_NAME, name.substring(0, name.length() - suffix.length()))
                .with("le", "");
        return histograms
                .computeIfAbsent(base, key -> new TreeMap<>())
                .computeIfAbsent(time, key -> new Classic());
    }

    void addTo(ScriptStore store) {
        histograms.forEach((labels, classics) ->
                classics.forEach((time, classic) -> store.add(labels, time, converted(classic))));
    }

    private static NativeHistogram converted(Classic classic) {
        TreeMap<Double, Double> cumulative = classic.cumulative;
        double count = classic.count;
        if (Double.isNaN(count)) {
            count = cumulative.isEmpty() ? 0 : cumulative.lastEntry().getValue();
        }
        cumulative.putIfAbsent(Double.POSITIVE_INFINITY, count);
        List<Double> boundaries = new ArrayList<>();
        List<Integer> indexes = new ArrayList<>();
        List<Double> counts = new ArrayList<>();
        double before = 0;
        int index = 0;
        for (Map.Entry<Double, Double> bucket : cumulative.entrySet()) {
            double own = bucket.getValue() - before;
            if (own != 0) {
                indexes.add(index);
                counts.add(own);
            }
            if (bucket.getKey() != Double.POSITIVE_INFINITY) {
                boundaries.add(bucket.getKey());
            }
            before = bucket.getValue();
            index++;
        }
        Buckets buckets = new Buckets(
                indexes.stream().mapToInt(Integer::intValue).toArray(),
                counts.stream().mapToDouble(Double::doubleValue).toArray());
        return new NativeHistogram(
                NativeHistogram.CUSTOM_SCHEMA,
                0,
                0,
                count,
                classic.sum,
                buckets,
                Buckets.NONE,
                boundaries,
                CounterReset.UNKNOWN);
    }
}
