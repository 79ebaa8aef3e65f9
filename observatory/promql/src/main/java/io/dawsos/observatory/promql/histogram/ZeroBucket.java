package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.Arrays;

/** Zero buckets of two widths are brought to one: the narrower takes in what lies beside it. */
final class ZeroBucket {
    private ZeroBucket() {}

    /**
     * The same observations with a zero bucket at least as wide as asked: wider, where the asked width ends inside of a
     * bucket that holds any.
     */
    static NativeHistogram widen(NativeHistogram histogram, double wanted) {
        if (histogram.zeroThreshold() >= wanted) {
            return histogram;
        }
        double threshold = threshold(histogram, wanted);
        int schema = histogram.schema();
        double zeroCount = histogram.zeroCount()
                + within(histogram.positive(), schema, threshold)
                + within(histogram.negative(), schema, threshold);
        return new NativeHistogram(
                schema,
                threshold,
                zeroCount,
                histogram.count(),
                histogram.sum(),
                beyond(histogram.positive(), schema, threshold),
                beyond(histogram.negative(), schema, threshold),
                histogram.customBoundaries(),
                histogram.counterReset());
    }

    private static double threshold(NativeHistogram histogram, double wanted) {
        double threshold = wanted;
        double before;
        do {
            before = threshold;
            threshold = endOf(histogram.positive(), histogram.schema(), threshold);
            threshold = endOf(histogram.negative(), histogram.schema(), threshold);
        } while (threshold != before);
        return threshold;
    }

    /** The end of the bucket that holds any and in which the threshold lies; else the threshold. */
    private static double endOf(Buckets buckets, int schema, double threshold) {
        for (int i = 0; i < buckets.size(); i++) {
            double upper = BucketBounds.upper(buckets.index(i), schema);
            double lower = BucketBounds.upper(buckets.index(i) - 1, schema);
            if (buckets.count(i) != 0 && lower < threshold && threshold < upper) {
                return upper;
            }
        }
        return threshold;
    }

    private static double within(Buckets buckets, int schema, double threshold) {
        double count = 0;
        for (int i = 0; i < firstBeyond(buckets, schema, threshold); i++) {
            count += buckets.count(i);
        }
        return count;
    }

    private static Buckets beyond(Buckets buckets, int schema, double threshold) {
        int first = firstBeyond(buckets, schema, threshold);
        int[] indexes = new int[buckets.size() - first];
        double[] counts = new double[indexes.length];
        Arrays.setAll(indexes, i -> buckets.index(first + i));
        Arrays.setAll(counts, i -> buckets.count(first + i));
        return new Buckets(indexes, counts);
    }

    private static int firstBeyond(Buckets buckets, int schema, double threshold) {
        int i = 0;
        while (i < buckets.size() && BucketBounds.upper(buckets.index(i) - 1, schema) < threshold) {
            i++;
        }
        return i;
    }
}
