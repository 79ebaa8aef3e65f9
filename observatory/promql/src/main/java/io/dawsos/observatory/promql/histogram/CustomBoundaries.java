package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.NativeHistogram;
import java.util.ArrayList;
import java.util.List;

/** Custom boundaries of two histograms are brought to those that both have. */
final class CustomBoundaries {
    private CustomBoundaries() {}

    static List<Double> common(List<Double> a, List<Double> b) {
        List<Double> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < a.size() && j < b.size()) {
            double left = a.get(i);
            double right = b.get(j);
            if (left == right) {
                common.add(left);
            }
            i += left <= right ? 1 : 0;
            j += right <= left ? 1 : 0;
        }
        return common;
    }

    /** The same observations by fewer boundaries. */
    static NativeHistogram coarsen(NativeHistogram histogram, List<Double> boundaries) {
        if (histogram.customBoundaries().equals(boundaries)) {
            return histogram;
        }
        return new NativeHistogram(
                histogram.schema(),
                histogram.zeroThreshold(),
                histogram.zeroCount(),
                histogram.count(),
                histogram.sum(),
                SparseBuckets.map(
                        histogram.positive(), index -> ending(BucketBounds.customUpper(histogram, index), boundaries)),
                histogram.negative(),
                boundaries,
                histogram.counterReset());
    }

    /** The first bucket that ends there or beyond. */
    private static int ending(double upper, List<Double> boundaries) {
        int i = 0;
        while (i < boundaries.size() && boundaries.get(i) < upper) {
            i++;
        }
        return i;
    }
}
