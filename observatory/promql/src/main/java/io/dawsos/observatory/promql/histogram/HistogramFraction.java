package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.NativeHistogram;

/** The share of a native histogram's observations between two values. */
public final class HistogramFraction {
    private HistogramFraction() {}

    /**
     * Observations over {@code lower} and up to {@code upper}, by all of them, NaNs included; interpolated as quantiles
     * are. NaN for an empty histogram or a bound that is NaN.
     */
    public static double of(double lower, double upper, NativeHistogram h) {
        if (h.count() == 0 || Double.isNaN(lower) || Double.isNaN(upper)) {
            return Double.NaN;
        }
        if (lower >= upper) {
            return 0;
        }
        BucketRow row = BucketRow.of(h);
        double most = Double.isNaN(h.sum()) ? row.total() : h.count();
        return (Math.min(most, below(h, row, upper, most)) - Math.min(most, below(h, row, lower, most))) / h.count();
    }

    /** Observations up to a value; all of them when no bucket begins or ends beyond it. */
    private static double below(NativeHistogram h, BucketRow row, double value, double all) {
        double rank = 0;
        for (int i = 0; i < row.size(); i++) {
            double lower = row.isZero(i) ? BucketRow.zeroLower(h) : lower(h, row, i);
            double upper = row.isZero(i) ? BucketRow.zeroUpper(h) : row.upper(i);
            if (lower >= value) {
                return rank;
            }
            if (upper > value) {
                return rank + row.count(i) * share(h, row.isZero(i), lower, upper, value);
            }
            rank += row.count(i);
        }
        return all;
    }

    /** The first of the custom boundaries begins at 0, when it ends over it. */
    private static double lower(NativeHistogram h, BucketRow row, int i) {
        boolean fromZero = h.hasCustomBoundaries() && row.lower(i) == Double.NEGATIVE_INFINITY && row.upper(i) > 0;
        return fromZero ? 0 : row.lower(i);
    }

    private static double share(NativeHistogram h, boolean zero, double lower, double upper, double value) {
        if (Double.isInfinite(lower)) {
            return 1; // as if all of them were at its finite end
        }
        if (h.hasCustomBoundaries() || zero) {
            return (value - lower) / (upper - lower);
        }
        double logLower = HistogramQuantile.log2(Math.abs(lower));
        double logUpper = HistogramQuantile.log2(Math.abs(upper));
        double log = HistogramQuantile.log2(Math.abs(value));
        return value > 0 ? (log - logLower) / (logUpper - logLower) : 1 - (log - logUpper) / (logLower - logUpper);
    }
}
