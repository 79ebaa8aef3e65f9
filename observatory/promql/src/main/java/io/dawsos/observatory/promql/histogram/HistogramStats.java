package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.NativeHistogram;

/** Mean and spread of a native histogram's observations; the spread takes each bucket's as standing in its middle. */
public final class HistogramStats {
    private HistogramStats() {}

    public static double avg(NativeHistogram h) {
        return h.sum() / h.count();
    }

    public static double stdvar(NativeHistogram h) {
        double mean = h.sum() / h.count();
        BucketRow row = BucketRow.of(h);
        double variance = 0;
        double lost = 0;
        for (int i = 0; i < row.size(); i++) {
            double delta = middle(h, row, i) - mean;
            double term = row.count(i) * delta * delta;
            double next = variance + term;
            lost += Math.abs(variance) >= Math.abs(term) ? (variance - next) + term : (term - next) + variance;
            variance = next;
        }
        return (variance + (Double.isInfinite(variance) ? 0 : lost)) / h.count();
    }

    public static double stddev(NativeHistogram h) {
        return Math.sqrt(stdvar(h));
    }

    /** Arithmetic of custom boundaries, 0 of the zero bucket, geometric of the others. */
    private static double middle(NativeHistogram h, BucketRow row, int i) {
        if (h.hasCustomBoundaries()) {
            return (row.upper(i) + row.lower(i)) / 2;
        }
        if (row.isZero(i)) {
            return 0;
        }
        double middle = Math.sqrt(row.upper(i) * row.lower(i));
        return row.upper(i) < 0 ? -middle : middle;
    }
}
