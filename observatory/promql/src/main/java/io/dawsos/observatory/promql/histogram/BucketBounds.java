package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.NativeHistogram;

/** Where the buckets of an exponential schema end. */
final class BucketBounds {
    private BucketBounds() {}

    /**
     * The upper bound of a positive bucket: {@code 2^(index * 2^-schema)}. The bucket that would end at {@code 2^1024}
     * ends at the largest double, the one after it at +Inf.
     */
    static double upper(int index, int schema) {
        if (schema < 0) {
            return power(index * (double) (1L << -schema), 1);
        }
        int fraction = index & ((1 << schema) - 1);
        int exponent = index >> schema;
        return power(exponent, Math.pow(2, fraction / (double) (1L << schema)));
    }

    private static double power(double exponent, double factor) {
        if (exponent == 1024 && factor == 1) {
            return Double.MAX_VALUE;
        }
        if (exponent > 1100) {
            return Double.POSITIVE_INFINITY;
        }
        return exponent < -1200 ? 0 : factor * Math.scalb(1.0, (int) exponent);
    }

    /** The index that a bucket has in a coarser schema. */
    static int reduced(int index, int from, int to) {
        return ((index - 1) >> (from - to)) + 1;
    }

    /** The upper bound of a bucket with custom boundaries. */
    static double customUpper(NativeHistogram histogram, int index) {
        return index < histogram.customBoundaries().size()
                ? histogram.customBoundaries().get(index)
                : Double.POSITIVE_INFINITY;
    }

    /** The lower bound of a bucket with custom boundaries. */
    static double customLower(NativeHistogram histogram, int index) {
        return index == 0
                ? Double.NEGATIVE_INFINITY
                : histogram.customBoundaries().get(index - 1);
    }
}
