package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes native histograms coarser: each step merges two buckets into one. */
final class HistogramResolution {
    private final HistogramOptions options;

    HistogramResolution(HistogramOptions options) {
        this.options = options;
    }

    /** The histogram as it may be stored; null when it has too many buckets at any resolution. */
    @Nullable
    NativeHistogram limited(NativeHistogram histogram) {
        NativeHistogram limited = histogram;
        while (!limited.isStale() && (tooFine(limited) || tooMany(limited))) {
            if (limited.hasCustomBoundaries() || limited.schema() == NativeHistogram.MIN_SCHEMA) {
                return tooMany(limited) ? null : limited;
            }
            limited = coarser(limited);
        }
        return limited;
    }

    private boolean tooMany(NativeHistogram histogram) {
        return options.maxBuckets() > 0
                && histogram.positive().size() + histogram.negative().size() > options.maxBuckets();
    }

    private boolean tooFine(NativeHistogram histogram) {
        return options.minBucketFactor() > 1
                && !histogram.hasCustomBoundaries()
                && Math.pow(2, Math.pow(2, -histogram.schema())) < options.minBucketFactor();
    }

    static NativeHistogram coarser(NativeHistogram histogram) {
        return new NativeHistogram(
                histogram.schema() - 1,
                histogram.zeroThreshold(),
                histogram.zeroCount(),
                histogram.count(),
                histogram.sum(),
                merged(histogram.positive()),
                merged(histogram.negative()),
                histogram.customBoundaries(),
                histogram.counterReset());
    }

    /** Bucket i ends at base^i, and so lies in bucket i/2, rounded up, of the squared base. */
    private static Buckets merged(Buckets buckets) {
        int[] indexes = new int[buckets.size()];
        double[] counts = new double[buckets.size()];
        int size = 0;
        for (int i = 0; i < buckets.size(); i++) {
            int index = ((buckets.index(i) - 1) >> 1) + 1;
            if (size == 0 || indexes[size - 1] != index) {
                indexes[size++] = index;
            }
            counts[size - 1] += buckets.count(i);
        }
        return new Buckets(Arrays.copyOf(indexes, size), Arrays.copyOf(counts, size));
    }
}
