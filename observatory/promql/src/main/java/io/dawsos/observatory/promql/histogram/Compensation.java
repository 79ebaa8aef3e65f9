package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import org.jspecify.annotations.Nullable;

/** What rounding took off a sum of histograms, number by number, as a histogram of the sum's form. */
final class Compensation {
    private Compensation() {}

    /**
     * @param sum {@code a + b}
     * @param before what had been lost before; null is nothing
     */
    static NativeHistogram of(
            NativeHistogram a, NativeHistogram b, NativeHistogram sum, @Nullable NativeHistogram before) {
        NativeHistogram left = like(a, sum);
        NativeHistogram right = like(b, sum);
        NativeHistogram rest = before == null ? null : like(before, sum);
        return new NativeHistogram(
                sum.schema(),
                sum.zeroThreshold(),
                lost(left.zeroCount(), right.zeroCount(), sum.zeroCount()) + (rest == null ? 0 : rest.zeroCount()),
                lost(left.count(), right.count(), sum.count()) + (rest == null ? 0 : rest.count()),
                lost(left.sum(), right.sum(), sum.sum()) + (rest == null ? 0 : rest.sum()),
                lost(left.positive(), right.positive(), sum.positive(), rest == null ? null : rest.positive()),
                lost(left.negative(), right.negative(), sum.negative(), rest == null ? null : rest.negative()),
                sum.customBoundaries(),
                sum.counterReset());
    }

    /** The sum with what it had lost. */
    static NativeHistogram apply(NativeHistogram sum, NativeHistogram lost) {
        return new NativeHistogram(
                sum.schema(),
                sum.zeroThreshold(),
                sum.zeroCount() + lost.zeroCount(),
                sum.count() + lost.count(),
                sum.sum() + lost.sum(),
                SparseBuckets.add(sum.positive(), like(lost, sum).positive(), 1),
                SparseBuckets.add(sum.negative(), like(lost, sum).negative(), 1),
                sum.customBoundaries(),
                sum.counterReset());
    }

    private static NativeHistogram like(NativeHistogram h, NativeHistogram form) {
        return h.hasCustomBoundaries()
                ? CustomBoundaries.coarsen(h, form.customBoundaries())
                : HistogramMath.reduceTo(ZeroBucket.widen(h, form.zeroThreshold()), form.schema());
    }

    /** Neumaier's term; none where the sum is infinite. */
    private static double lost(double a, double b, double sum) {
        if (Double.isInfinite(sum)) {
            return 0;
        }
        return Math.abs(a) >= Math.abs(b) ? (a - sum) + b : (b - sum) + a;
    }

    private static Buckets lost(Buckets a, Buckets b, Buckets sum, @Nullable Buckets before) {
        int[] indexes = new int[sum.size()];
        double[] counts = new double[indexes.length];
        int i = 0;
        int j = 0;
        int k = 0;
        for (int n = 0; n < indexes.length; n++) {
            int index = sum.index(n);
            double left = i < a.size() && a.index(i) == index ? a.count(i++) : 0;
            double right = j < b.size() && b.index(j) == index ? b.count(j++) : 0;
            double rest = before != null && k < before.size() && before.index(k) == index ? before.count(k++) : 0;
            indexes[n] = index;
            counts[n] = lost(left, right, sum.count(n)) + rest;
        }
        return new Buckets(indexes, counts);
    }
}
