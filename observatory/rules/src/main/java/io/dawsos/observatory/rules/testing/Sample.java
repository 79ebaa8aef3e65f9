package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.parse.NumberText;
import io.dawsos.observatory.promql.script.HistogramText;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A sample to compare.
 *
 * @param histogram its text without empty buckets, by which histograms are compared; empty for a float
 */
record Sample(Labels labels, double value, String histogram) {
    static Sample of(Labels labels, double value, @Nullable NativeHistogram histogram) {
        return new Sample(labels, value, histogram == null ? "" : HistogramText.of(compact(histogram)));
    }

    private static NativeHistogram compact(NativeHistogram histogram) {
        return new NativeHistogram(
                histogram.schema(),
                histogram.zeroThreshold(),
                histogram.zeroCount(),
                histogram.count(),
                histogram.sum(),
                compact(histogram.positive()),
                compact(histogram.negative()),
                histogram.customBoundaries(),
                histogram.counterReset());
    }

    private static Buckets compact(Buckets buckets) {
        int[] filled = IntStream.range(0, buckets.size())
                .filter(i -> buckets.count(i) != 0)
                .toArray();
        return new Buckets(
                IntStream.of(filled).map(buckets::index).toArray(),
                IntStream.of(filled).mapToDouble(buckets::count).toArray());
    }

    @Override
    public String toString() {
        return labels + " " + (histogram.isEmpty() ? NumberText.of(value) : histogram);
    }
}
