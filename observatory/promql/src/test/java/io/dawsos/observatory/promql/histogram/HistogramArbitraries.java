package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.List;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Histograms of whole counts, so that sums of them are exact. */
final class HistogramArbitraries {
    private HistogramArbitraries() {}

    static Arbitrary<NativeHistogram> exponential() {
        return Combinators.combine(
                        Arbitraries.integers().between(-2, 5),
                        Arbitraries.of(0.0, 0.001, 0.3, 2.0),
                        Arbitraries.integers().between(0, 20),
                        buckets(-6, 9),
                        buckets(-6, 9))
                .as((schema, threshold, zeros, positive, negative) -> histogram(
                        schema,
                        threshold,
                        zeros,
                        beyond(positive, schema, threshold),
                        beyond(negative, schema, threshold)));
    }

    /** Without negative observations and with nothing in the zero bucket. */
    static Arbitrary<NativeHistogram> positive() {
        return Combinators.combine(Arbitraries.integers().between(-2, 5), buckets(-6, 9))
                .as((schema, positive) -> histogram(schema, 0, 0, positive, Buckets.NONE))
                .filter(h -> h.count() > 0);
    }

    static Arbitrary<NativeHistogram> custom() {
        return Combinators.combine(
                        Arbitraries.integers()
                                .between(-5, 20)
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(8),
                        Arbitraries.integers().between(0, 50).list().ofSize(9))
                .as((bounds, counts) -> custom(bounds.stream().sorted().toList(), counts));
    }

    private static NativeHistogram custom(List<Integer> bounds, List<Integer> counts) {
        int[] indexes = new int[bounds.size() + 1];
        double[] values = new double[indexes.length];
        double count = 0;
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = i;
            values[i] = counts.get(i);
            count += values[i];
        }
        return new NativeHistogram(
                NativeHistogram.CUSTOM_SCHEMA,
                0,
                0,
                count,
                count,
                new Buckets(indexes, values),
                Buckets.NONE,
                bounds.stream().map(Integer::doubleValue).toList(),
                CounterReset.UNKNOWN);
    }

    private static Arbitrary<Buckets> buckets(int lowest, int highest) {
        return Arbitraries.maps(
                        Arbitraries.integers().between(lowest, highest),
                        Arbitraries.integers().between(1, 50))
                .ofMaxSize(10)
                .map(counts -> {
                    TreeMap<Integer, Integer> sorted = new TreeMap<>(counts);
                    return new Buckets(
                            sorted.keySet().stream().mapToInt(i -> i).toArray(),
                            sorted.values().stream().mapToDouble(i -> i).toArray());
                });
    }

    /** Only buckets that begin where the zero bucket ends, or later. */
    private static Buckets beyond(Buckets buckets, int schema, double threshold) {
        TreeMap<Integer, Double> kept = new TreeMap<>();
        for (int i = 0; i < buckets.size(); i++) {
            if (BucketBounds.upper(buckets.index(i) - 1, schema) >= threshold) {
                kept.put(buckets.index(i), buckets.count(i));
            }
        }
        return new Buckets(
                kept.keySet().stream().mapToInt(i -> i).toArray(),
                kept.values().stream().mapToDouble(i -> i).toArray());
    }

    private static NativeHistogram histogram(
            int schema, double threshold, double zeros, Buckets positive, Buckets negative) {
        double count = zeros + inAll(positive) + inAll(negative);
        return new NativeHistogram(
                schema, threshold, zeros, count, count * 3, positive, negative, List.of(), CounterReset.UNKNOWN);
    }

    static double inAll(Buckets buckets) {
        double count = 0;
        for (int i = 0; i < buckets.size(); i++) {
            count += buckets.count(i);
        }
        return count;
    }

    /** Observations in all buckets. */
    static double inAll(NativeHistogram h) {
        return h.zeroCount() + inAll(h.positive()) + inAll(h.negative());
    }
}
