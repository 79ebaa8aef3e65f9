package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.NativeHistogram;

/**
 * A quantile of a native histogram: on a logarithmic scale within an exponential bucket, linear within the zero bucket
 * and within custom boundaries.
 *
 * @param value NaN when there is none
 * @param nan what observations of NaN, which are above all others, did to it
 */
public record HistogramQuantile(double value, NanEffect nan) {
    /** What NaN observations do to a quantile. */
    public enum NanEffect {
        NONE,
        /** It lies among them. */
        RESULT_IS_NAN,
        /** It is higher than that of the numbers alone. */
        SKEWED_HIGHER
    }

    /** @param q from 0 to 1; under it the answer is -Inf, over it +Inf */
    public static HistogramQuantile of(double q, NativeHistogram h) {
        if (Double.isNaN(q)) {
            return plain(Double.NaN);
        }
        if (q < 0 || q > 1) {
            return plain(q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
        }
        BucketRow row = BucketRow.of(h);
        if (h.count() == 0 || row.size() == 0) {
            return plain(Double.NaN);
        }
        boolean nans = Double.isNaN(h.sum());
        // From the nearer end, for the sake of rounding; with NaNs, which no bucket holds, from the lower end only.
        boolean forward = nans || q < 0.5;
        double rank = (forward ? q : 1 - q) * h.count();
        int at = forward ? -1 : row.size();
        double count = 0;
        do {
            at += forward ? 1 : -1;
            count += row.count(at);
        } while (count < rank && (forward ? at + 1 < row.size() : at > 0));
        if (nans && Math.min(count, h.count()) < rank) {
            return new HistogramQuantile(Double.NaN, NanEffect.RESULT_IS_NAN);
        }
        count = Math.min(count, h.count());
        double into = forward ? rank - (count - row.count(at)) : count - rank;
        double value = within(h, row, at, into / row.count(at));
        boolean skewed = nans && row.total() < h.count();
        return new HistogramQuantile(value, skewed ? NanEffect.SKEWED_HIGHER : NanEffect.NONE);
    }

    private static HistogramQuantile plain(double value) {
        return new HistogramQuantile(value, NanEffect.NONE);
    }

    private static double within(NativeHistogram h, BucketRow row, int at, double fraction) {
        double lower = row.lower(at);
        double upper = row.upper(at);
        if (h.hasCustomBoundaries()) {
            return withinCustom(lower, upper, fraction);
        }
        if (row.isZero(at)) {
            double from = BucketRow.zeroLower(h);
            return from + (BucketRow.zeroUpper(h) - from) * fraction;
        }
        double logLower = log2(Math.abs(lower));
        double logUpper = log2(Math.abs(upper));
        return lower > 0
                ? Math.pow(2, logLower + (logUpper - logLower) * fraction)
                : -Math.pow(2, logUpper + (logLower - logUpper) * (1 - fraction));
    }

    private static double withinCustom(double lower, double upper, double fraction) {
        if (Double.isInfinite(lower)) {
            return upper <= 0 ? upper : upper * fraction;
        }
        if (Double.isInfinite(upper)) {
            return lower;
        }
        return lower + (upper - lower) * fraction;
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
