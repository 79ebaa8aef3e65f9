package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.Arrays;

/**
 * A native histogram without the observations on one side of a bound: PromQL's {@code </} and {@code >/}. A bucket in
 * which the bound lies keeps its share, interpolated as quantiles are. What the sum is then is told from the middles of
 * the buckets that are left.
 */
public final class HistogramTrim {
    private final NativeHistogram h;
    private final boolean keepLower;
    private final double bound;
    private boolean trimmed;
    private double count;
    private double sum;

    private HistogramTrim(NativeHistogram h, boolean keepLower, double bound) {
        this.h = h;
        this.keepLower = keepLower;
        this.bound = bound;
    }

    /** Observations up to a bound. */
    public static NativeHistogram upper(NativeHistogram h, double bound) {
        return new HistogramTrim(h, true, bound).run();
    }

    /** Observations over a bound. */
    public static NativeHistogram lower(NativeHistogram h, double bound) {
        return new HistogramTrim(h, false, bound).run();
    }

    private NativeHistogram run() {
        Buckets negative = side(h.negative(), true);
        double zero = h.hasCustomBoundaries() ? 0 : zero();
        Buckets positive = side(h.positive(), false);
        if (!trimmed) {
            return h;
        }
        return new NativeHistogram(
                h.schema(),
                h.zeroThreshold(),
                zero,
                count,
                sum,
                positive,
                negative,
                h.customBoundaries(),
                CounterReset.GAUGE);
    }

    private Buckets side(Buckets buckets, boolean negative) {
        int[] indexes = new int[buckets.size()];
        double[] counts = new double[indexes.length];
        int size = 0;
        for (int i = 0; i < buckets.size(); i++) {
            double kept = kept(buckets.index(i), buckets.count(i), negative);
            if (kept != 0) {
                indexes[size] = buckets.index(i);
                counts[size++] = kept;
            }
        }
        return new Buckets(Arrays.copyOf(indexes, size), Arrays.copyOf(counts, size));
    }

    private double kept(int index, double observations, boolean negative) {
        if (h.hasCustomBoundaries()) {
            return custom(index, observations);
        }
        double near = BucketBounds.upper(index - 1, h.schema());
        double far = BucketBounds.upper(index, h.schema());
        return keep(negative ? -far : near, negative ? -near : far, observations, true);
    }

    private double custom(int index, double observations) {
        double from = BucketBounds.customLower(h, index);
        double to = BucketBounds.customUpper(h, index);
        if (Double.isInfinite(from)) {
            return to > 0 && bound >= 0 && !Double.isInfinite(to)
                    ? keep(0, to, observations, false)
                    : endlessBelow(to, observations);
        }
        return Double.isInfinite(to) ? endlessAbove(from, observations) : keep(from, to, observations, false);
    }

    /** A bucket without an end is kept whole or not at all; its observations stand at the bound or at its one end. */
    private double endlessBelow(double to, double observations) {
        boolean kept = keepLower ? to <= 0 || to <= bound : bound == Double.NEGATIVE_INFINITY;
        return kept && !(keepLower && bound == Double.NEGATIVE_INFINITY)
                ? take(observations, keepLower ? Math.min(to, bound) : to)
                : drop(observations);
    }

    private double endlessAbove(double from, double observations) {
        boolean kept = keepLower ? bound == Double.POSITIVE_INFINITY : bound < Double.POSITIVE_INFINITY;
        return kept ? take(observations, keepLower ? from : Math.max(from, bound)) : drop(observations);
    }

    private double drop(double observations) {
        trimmed |= observations != 0;
        return 0;
    }

    private double zero() {
        return keep(BucketRow.zeroLower(h), BucketRow.zeroUpper(h), h.zeroCount(), false);
    }

    private double keep(double from, double to, double observations, boolean exponential) {
        if (keepLower ? to <= bound : from >= bound) {
            return take(observations, middle(from, to, exponential));
        }
        trimmed |= observations != 0;
        if (keepLower ? from >= bound : to <= bound) {
            return 0;
        }
        double under = exponential ? logShare(from, to) : (bound - from) / (to - from);
        double kept = observations * (keepLower ? under : 1 - under);
        return take(kept, keepLower ? middle(from, bound, exponential) : middle(bound, to, exponential));
    }

    private double take(double observations, double middle) {
        if (observations != 0) {
            count += observations;
            sum += observations * middle;
        }
        return observations;
    }

    /** Which share of an exponential bucket lies under the bound. */
    private double logShare(double from, double to) {
        double logFrom = HistogramQuantile.log2(Math.abs(from));
        double logTo = HistogramQuantile.log2(Math.abs(to));
        return (HistogramQuantile.log2(Math.abs(bound)) - logFrom) / (logTo - logFrom);
    }

    private static double middle(double from, double to, boolean exponential) {
        if (!exponential) {
            return (from + to) / 2;
        }
        double middle = Math.sqrt(Math.abs(from) * Math.abs(to));
        return from < 0 ? -middle : middle;
    }
}
