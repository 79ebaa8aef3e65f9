package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;

/** All buckets of a histogram that hold anything, by ascending bounds: negative ones, the zero bucket, positive ones. */
public final class BucketRow {
    private final double[] lower;
    private final double[] upper;
    private final double[] count;
    private int zero = -1;
    private int size;

    private BucketRow(int capacity) {
        lower = new double[capacity];
        upper = new double[capacity];
        count = new double[capacity];
    }

    public static BucketRow of(NativeHistogram histogram) {
        Buckets negative = histogram.negative();
        Buckets positive = histogram.positive();
        BucketRow row = new BucketRow(negative.size() + positive.size() + 1);
        if (histogram.hasCustomBoundaries()) {
            row.custom(histogram);
            return row;
        }
        int schema = histogram.schema();
        for (int i = negative.size() - 1; i >= 0; i--) {
            int index = negative.index(i);
            row.add(-BucketBounds.upper(index, schema), -BucketBounds.upper(index - 1, schema), negative.count(i));
        }
        if (histogram.zeroCount() != 0) {
            row.zero = row.size;
            row.add(-histogram.zeroThreshold(), histogram.zeroThreshold(), histogram.zeroCount());
        }
        for (int i = 0; i < positive.size(); i++) {
            int index = positive.index(i);
            row.add(BucketBounds.upper(index - 1, schema), BucketBounds.upper(index, schema), positive.count(i));
        }
        return row;
    }

    private void custom(NativeHistogram histogram) {
        Buckets buckets = histogram.positive();
        for (int i = 0; i < buckets.size(); i++) {
            int index = buckets.index(i);
            add(
                    BucketBounds.customLower(histogram, index),
                    BucketBounds.customUpper(histogram, index),
                    buckets.count(i));
        }
    }

    private void add(double from, double to, double observations) {
        if (observations != 0) {
            lower[size] = from;
            upper[size] = to;
            count[size++] = observations;
        }
    }

    public int size() {
        return size;
    }

    public double lower(int i) {
        return lower[i];
    }

    public double upper(int i) {
        return upper[i];
    }

    public double count(int i) {
        return count[i];
    }

    /** Whether this is the zero bucket. */
    boolean isZero(int i) {
        return i == zero;
    }

    /** Observations in all buckets. */
    double total() {
        double total = 0;
        for (int i = 0; i < size; i++) {
            total += count[i];
        }
        return total;
    }

    /** Where observations of the zero bucket begin: at 0 when all others are positive. */
    static double zeroLower(NativeHistogram histogram) {
        boolean positiveOnly =
                histogram.negative().size() == 0 && histogram.positive().size() > 0;
        return positiveOnly ? 0 : -histogram.zeroThreshold();
    }

    /** Where observations of the zero bucket end: at 0 when all others are negative. */
    static double zeroUpper(NativeHistogram histogram) {
        boolean negativeOnly =
                histogram.positive().size() == 0 && histogram.negative().size() > 0;
        return negativeOnly ? 0 : histogram.zeroThreshold();
    }
}
