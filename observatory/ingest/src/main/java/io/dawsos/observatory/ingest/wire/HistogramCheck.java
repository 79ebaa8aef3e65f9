package io.dawsos.observatory.ingest.wire;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes native histograms of what came from outside, and says what is wrong with them. */
public final class HistogramCheck {
    /** The highest schema that is taken, and stored as the highest that there is. */
    private static final int FINEST = 52;

    private HistogramCheck() {}

    /**
     * A histogram with exponential buckets; one finer than the model knows is made coarser.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static NativeHistogram exponential(
            int schema,
            double zeroThreshold,
            double zeroCount,
            double count,
            double sum,
            Buckets positive,
            Buckets negative,
            CounterReset reset) {
        if (schema > FINEST || schema < NativeHistogram.MIN_SCHEMA) {
            throw new IllegalArgumentException("a native histogram's schema is " + NativeHistogram.MIN_SCHEMA + " to "
                    + NativeHistogram.MAX_SCHEMA + ", got " + schema);
        }
        int steps = Math.max(0, schema - NativeHistogram.MAX_SCHEMA);
        return checked(new NativeHistogram(
                schema - steps,
                zeroThreshold,
                zeroCount,
                count,
                sum,
                BucketScale.reduced(positive, steps),
                BucketScale.reduced(negative, steps),
                List.of(),
                reset));
    }

    /**
     * The same histogram, when nothing is wrong with it.
     *
     * @throws IllegalArgumentException with what is wrong
     */
    public static NativeHistogram checked(NativeHistogram histogram) {
        String problem = problem(histogram);
        if (problem != null) {
            throw new IllegalArgumentException("a native histogram " + problem);
        }
        return histogram;
    }

    private static @Nullable String problem(NativeHistogram histogram) {
        if (histogram.isStale()) {
            return null;
        }
        double sum = histogram.zeroCount();
        for (Buckets side : List.of(histogram.positive(), histogram.negative())) {
            for (int i = 0; i < side.size(); i++) {
                if (!(side.count(i) >= 0)) {
                    return "has a bucket with the count " + side.count(i);
                }
                sum += side.count(i);
            }
        }
        if (!(histogram.zeroCount() >= 0) || !(histogram.count() >= 0) || !(histogram.zeroThreshold() >= 0)) {
            return "has a negative count or zero threshold";
        }
        if (sum > histogram.count() * (1 + 1e-9) + 1e-9) {
            return "has the count " + histogram.count() + " but " + sum + " in its buckets";
        }
        return histogram.hasCustomBoundaries() ? customProblem(histogram) : null;
    }

    private static @Nullable String customProblem(NativeHistogram histogram) {
        List<Double> bounds = histogram.customBoundaries();
        for (int i = 0; i < bounds.size(); i++) {
            if (!(bounds.get(i) < Double.POSITIVE_INFINITY) || (i > 0 && !(bounds.get(i) > bounds.get(i - 1)))) {
                return "has boundaries that do not ascend: " + bounds;
            }
        }
        Buckets positive = histogram.positive();
        if (positive.size() > 0 && (positive.index(0) < 0 || positive.index(positive.size() - 1) > bounds.size())) {
            return "has buckets beyond its " + bounds.size() + " boundaries";
        }
        if (histogram.negative().size() > 0 || histogram.zeroCount() > 0) {
            return "has custom boundaries, and so neither a zero bucket nor negative ones";
        }
        return null;
    }
}
