package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.List;

/**
 * Arithmetic on native histograms, as PromQL has it. Two of different resolution meet in the coarser one, zero buckets
 * of different width in the wider one, custom boundaries in those that both have.
 */
public final class HistogramMath {
    private HistogramMath() {}

    /** @throws IncompatibleBoundsException when one has custom boundaries and the other has not */
    public static HistogramSum add(NativeHistogram a, NativeHistogram b) {
        return combine(a, b, 1);
    }

    /**
     * {@code a - b}. The counter-reset hint is as of an addition; who knows the result to be no counter marks it.
     *
     * @throws IncompatibleBoundsException when one has custom boundaries and the other has not
     */
    public static HistogramSum subtract(NativeHistogram a, NativeHistogram b) {
        return combine(a, b, -1);
    }

    private static HistogramSum combine(NativeHistogram a, NativeHistogram b, int sign) {
        if (a.hasCustomBoundaries() != b.hasCustomBoundaries()) {
            throw new IncompatibleBoundsException();
        }
        boolean collide = collide(a.counterReset(), b.counterReset());
        if (a.hasCustomBoundaries()) {
            List<Double> common = a.customBoundaries().equals(b.customBoundaries())
                    ? a.customBoundaries()
                    : CustomBoundaries.common(a.customBoundaries(), b.customBoundaries());
            boolean reconciled = !common.equals(a.customBoundaries()) || !common.equals(b.customBoundaries());
            return new HistogramSum(
                    sum(CustomBoundaries.coarsen(a, common), CustomBoundaries.coarsen(b, common), sign),
                    collide,
                    reconciled);
        }
        int schema = Math.min(a.schema(), b.schema());
        NativeHistogram left = a;
        NativeHistogram right = b;
        while (left.zeroThreshold() != right.zeroThreshold()) {
            left = ZeroBucket.widen(left, right.zeroThreshold());
            right = ZeroBucket.widen(right, left.zeroThreshold());
        }
        return new HistogramSum(sum(reduceTo(left, schema), reduceTo(right, schema), sign), collide, false);
    }

    private static NativeHistogram sum(NativeHistogram a, NativeHistogram b, int sign) {
        return new NativeHistogram(
                a.schema(),
                a.zeroThreshold(),
                a.zeroCount() + sign * b.zeroCount(),
                a.count() + sign * b.count(),
                a.sum() + sign * b.sum(),
                SparseBuckets.add(a.positive(), b.positive(), sign),
                SparseBuckets.add(a.negative(), b.negative(), sign),
                a.customBoundaries(),
                reset(a.counterReset(), b.counterReset()));
    }

    private static boolean collide(CounterReset a, CounterReset b) {
        return (a == CounterReset.RESET && b == CounterReset.NOT_RESET)
                || (a == CounterReset.NOT_RESET && b == CounterReset.RESET);
    }

    /** A gauge with anything is a gauge; else what both agree on. */
    private static CounterReset reset(CounterReset a, CounterReset b) {
        if (a == b) {
            return a;
        }
        return a == CounterReset.GAUGE || b == CounterReset.GAUGE ? CounterReset.GAUGE : CounterReset.UNKNOWN;
    }

    /** Every count and the sum times a factor; a negative one makes a gauge of it. */
    public static NativeHistogram scale(NativeHistogram h, double factor) {
        return new NativeHistogram(
                h.schema(),
                h.zeroThreshold(),
                h.zeroCount() * factor,
                h.count() * factor,
                h.sum() * factor,
                SparseBuckets.scale(h.positive(), factor),
                SparseBuckets.scale(h.negative(), factor),
                h.customBoundaries(),
                factor < 0 ? CounterReset.GAUGE : h.counterReset());
    }

    /** Every count and the sum by a divisor; a division by zero leaves no buckets. */
    public static NativeHistogram divide(NativeHistogram h, double divisor) {
        return new NativeHistogram(
                h.schema(),
                h.zeroThreshold(),
                h.zeroCount() / divisor,
                h.count() / divisor,
                h.sum() / divisor,
                divisor == 0 ? Buckets.NONE : SparseBuckets.divide(h.positive(), divisor),
                divisor == 0 ? Buckets.NONE : SparseBuckets.divide(h.negative(), divisor),
                h.customBoundaries(),
                divisor < 0 ? CounterReset.GAUGE : h.counterReset());
    }

    /** Without empty buckets. */
    public static NativeHistogram compact(NativeHistogram h) {
        Buckets positive = SparseBuckets.compact(h.positive());
        Buckets negative = SparseBuckets.compact(h.negative());
        return positive.size() == h.positive().size()
                        && negative.size() == h.negative().size()
                ? h
                : withBuckets(h, h.schema(), positive, negative);
    }

    /** In a coarser exponential schema; as it is when it is not finer. */
    public static NativeHistogram reduceTo(NativeHistogram h, int schema) {
        if (h.schema() <= schema) {
            return h;
        }
        return withBuckets(
                h,
                schema,
                SparseBuckets.map(h.positive(), index -> BucketBounds.reduced(index, h.schema(), schema)),
                SparseBuckets.map(h.negative(), index -> BucketBounds.reduced(index, h.schema(), schema)));
    }

    private static NativeHistogram withBuckets(NativeHistogram h, int schema, Buckets positive, Buckets negative) {
        return new NativeHistogram(
                schema,
                h.zeroThreshold(),
                h.zeroCount(),
                h.count(),
                h.sum(),
                positive,
                negative,
                h.customBoundaries(),
                h.counterReset());
    }

    public static NativeHistogram withCounterReset(NativeHistogram h, CounterReset hint) {
        if (h.counterReset() == hint) {
            return h;
        }
        return new NativeHistogram(
                h.schema(),
                h.zeroThreshold(),
                h.zeroCount(),
                h.count(),
                h.sum(),
                h.positive(),
                h.negative(),
                h.customBoundaries(),
                hint);
    }

    /** Whether the counter began anew between two samples: by the later one's hint, else by what fell or grew finer. */
    public static boolean isCounterReset(NativeHistogram before, NativeHistogram after) {
        return switch (after.counterReset()) {
            case RESET -> true;
            case NOT_RESET -> false;
            case UNKNOWN, GAUGE -> fell(before, after);
        };
    }

    private static boolean fell(NativeHistogram before, NativeHistogram after) {
        if (after.count() < before.count() || after.hasCustomBoundaries() != before.hasCustomBoundaries()) {
            return true;
        }
        return after.hasCustomBoundaries() ? customFell(before, after) : exponentialFell(before, after);
    }

    private static boolean customFell(NativeHistogram before, NativeHistogram after) {
        List<Double> common = CustomBoundaries.common(before.customBoundaries(), after.customBoundaries());
        return SparseBuckets.anyFell(
                CustomBoundaries.coarsen(before, common).positive(),
                CustomBoundaries.coarsen(after, common).positive());
    }

    private static boolean exponentialFell(NativeHistogram before, NativeHistogram after) {
        if (after.schema() > before.schema() || after.zeroThreshold() < before.zeroThreshold()) {
            return true;
        }
        NativeHistogram widened = ZeroBucket.widen(before, after.zeroThreshold());
        if (widened.zeroThreshold() != after.zeroThreshold() || after.zeroCount() < widened.zeroCount()) {
            return true;
        }
        NativeHistogram coarse = reduceTo(widened, after.schema());
        return SparseBuckets.anyFell(coarse.positive(), after.positive())
                || SparseBuckets.anyFell(coarse.negative(), after.negative());
    }

    /** PromQL's {@code ==}: the same buckets, counts and sum, whatever the hint; empty buckets do not count. */
    public static boolean equal(NativeHistogram a, NativeHistogram b) {
        return a.schema() == b.schema()
                && a.count() == b.count()
                && (a.sum() == b.sum() || (Double.isNaN(a.sum()) && Double.isNaN(b.sum())))
                && a.zeroThreshold() == b.zeroThreshold()
                && a.zeroCount() == b.zeroCount()
                && a.customBoundaries().equals(b.customBoundaries())
                && SparseBuckets.compact(a.positive()).equals(SparseBuckets.compact(b.positive()))
                && SparseBuckets.compact(a.negative()).equals(SparseBuckets.compact(b.negative()));
    }
}
