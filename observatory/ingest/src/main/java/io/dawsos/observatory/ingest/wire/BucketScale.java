package io.dawsos.observatory.ingest.wire;

import io.dawsos.observatory.model.Buckets;
import java.util.Arrays;

/** Histograms at a lower resolution: each step joins two buckets. */
public final class BucketScale {
    private BucketScale() {}

    /**
     * Buckets at a schema that is lower by some steps.
     *
     * @param steps 0 or more
     */
    public static Buckets reduced(Buckets buckets, int steps) {
        if (steps == 0 || buckets.size() == 0) {
            return buckets;
        }
        int[] indexes = new int[buckets.size()];
        double[] counts = new double[buckets.size()];
        int size = 0;
        for (int i = 0; i < buckets.size(); i++) {
            int index = reduced(buckets.index(i), steps);
            if (size == 0 || indexes[size - 1] != index) {
                indexes[size++] = index;
            }
            counts[size - 1] += buckets.count(i);
        }
        return new Buckets(Arrays.copyOf(indexes, size), Arrays.copyOf(counts, size));
    }

    private static int reduced(int index, int steps) {
        return (int) ((((long) index - 1) >> Math.min(steps, 40)) + 1);
    }
}
