package io.dawsos.observatory.ingest.otlp;

import io.dawsos.observatory.ingest.wire.HistogramCheck;
import io.dawsos.observatory.ingest.wire.UnsignedNumber;
import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.model.StaleMarker;
import io.opentelemetry.proto.metrics.v1.DataPointFlags;
import io.opentelemetry.proto.metrics.v1.ExponentialHistogramDataPoint;
import io.opentelemetry.proto.metrics.v1.HistogramDataPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToLongFunction;

/** OTLP's histograms as native ones. */
final class Histograms {
    /** What Prometheus takes where OTLP says no width of the zero bucket. */
    private static final double ZERO_THRESHOLD = 1e-128;

    private Histograms() {}

    private static boolean isStale(int flags) {
        return (flags & DataPointFlags.DATA_POINT_FLAGS_NO_RECORDED_VALUE_MASK_VALUE) != 0;
    }

    private static NativeHistogram stale(int schema, List<Double> bounds) {
        return new NativeHistogram(
                schema, 0, 0, 0, StaleMarker.value(), Buckets.NONE, Buckets.NONE, bounds, CounterReset.UNKNOWN);
    }

    /** @throws IllegalArgumentException with what is wrong */
    static NativeHistogram exponential(ExponentialHistogramDataPoint point) {
        if (isStale(point.getFlags())) {
            return stale(0, List.of());
        }
        if (point.getScale() < NativeHistogram.MIN_SCHEMA) {
            throw new IllegalArgumentException("an exponential histogram's scale is " + NativeHistogram.MIN_SCHEMA
                    + " or more, got " + point.getScale());
        }
        return HistogramCheck.exponential(
                point.getScale(),
                point.getZeroThreshold() == 0 ? ZERO_THRESHOLD : point.getZeroThreshold(),
                UnsignedNumber.of(point.getZeroCount()),
                UnsignedNumber.of(point.getCount()),
                point.getSum(),
                buckets(point.getPositive()),
                buckets(point.getNegative()),
                CounterReset.UNKNOWN);
    }

    /** OTLP's bucket 0 begins at 1, Prometheus's ends there. */
    private static Buckets buckets(ExponentialHistogramDataPoint.Buckets buckets) {
        int size = buckets.getBucketCountsCount();
        if ((long) buckets.getOffset() + size + 1 > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("an exponential histogram's bucket has an index beyond all numbers");
        }
        return filled(size, buckets::getBucketCounts, buckets.getOffset() + 1);
    }

    private static Buckets filled(int size, IntToLongFunction counts, int first) {
        int[] indexes = new int[size];
        double[] values = new double[size];
        int kept = 0;
        for (int i = 0; i < size; i++) {
            long count = counts.applyAsLong(i);
            if (count != 0) {
                indexes[kept] = first + i;
                values[kept++] = UnsignedNumber.of(count);
            }
        }
        return new Buckets(Arrays.copyOf(indexes, kept), Arrays.copyOf(values, kept));
    }

    /** @throws IllegalArgumentException with what is wrong */
    static NativeHistogram custom(HistogramDataPoint point) {
        List<Double> bounds = new ArrayList<>(point.getExplicitBoundsList());
        if (!bounds.isEmpty() && bounds.getLast() == Double.POSITIVE_INFINITY) {
            bounds.removeLast();
        }
        if (isStale(point.getFlags())) {
            return stale(NativeHistogram.CUSTOM_SCHEMA, bounds);
        }
        return HistogramCheck.checked(new NativeHistogram(
                NativeHistogram.CUSTOM_SCHEMA,
                0,
                0,
                UnsignedNumber.of(point.getCount()),
                point.getSum(),
                filled(point.getBucketCountsCount(), point::getBucketCounts, 0),
                Buckets.NONE,
                bounds,
                CounterReset.UNKNOWN));
    }
}
