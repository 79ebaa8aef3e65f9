package io.dawsos.observatory.model;

import java.util.List;

/**
 * One sample of a native histogram, as floats: Prometheus's float histogram. Exponential with {@code schema} from -4
 * to 8, or with custom boundaries ({@link #CUSTOM_SCHEMA}). Immutable; arithmetic lives with the query engine.
 *
 * @param schema resolution: each power of two has {@code 2^schema} buckets; {@link #CUSTOM_SCHEMA} for custom boundaries
 * @param zeroThreshold width of the zero bucket, which holds observations in {@code [-zeroThreshold, zeroThreshold]}
 * @param zeroCount observations in the zero bucket
 * @param count all observations, NaN included
 * @param sum sum of all observations
 * @param positive buckets over the zero bucket
 * @param negative buckets under it, by absolute value; none with custom boundaries
 * @param customBoundaries upper bounds, ascending, without +Inf; empty unless the schema is custom
 * @param counterReset what is known of a counter reset before this sample
 */
public record NativeHistogram(
        int schema,
        double zeroThreshold,
        double zeroCount,
        double count,
        double sum,
        Buckets positive,
        Buckets negative,
        List<Double> customBoundaries,
        CounterReset counterReset) {

    /** The schema of histograms with custom boundaries, also called NHCB. */
    public static final int CUSTOM_SCHEMA = -53;

    public static final int MIN_SCHEMA = -4;
    public static final int MAX_SCHEMA = 8;

    /** What is known of a counter reset between the sample before and this one. */
    public enum CounterReset {
        UNKNOWN,
        RESET,
        NOT_RESET,
        /** No counter at all: it may go down. */
        GAUGE
    }

    /** @throws IllegalArgumentException when the schema is none of Prometheus's */
    public NativeHistogram {
        if (schema != CUSTOM_SCHEMA && (schema < MIN_SCHEMA || schema > MAX_SCHEMA)) {
            throw new IllegalArgumentException("a native histogram's schema is " + MIN_SCHEMA + " to " + MAX_SCHEMA
                    + ", or " + CUSTOM_SCHEMA + " for custom boundaries; got " + schema);
        }
        customBoundaries = List.copyOf(customBoundaries);
    }

    public boolean hasCustomBoundaries() {
        return schema == CUSTOM_SCHEMA;
    }

    /** Whether this is the stale marker of a histogram series, which is told by its sum. */
    public boolean isStale() {
        return StaleMarker.is(sum);
    }
}
