package io.dawsos.observatory.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One side of a native histogram: the buckets that are present, by ascending index, with their counts (not
 * cumulative, and not deltas). With an exponential schema, bucket {@code i} holds
 * {@code (base^(i-1), base^i]} where {@code base = 2^(2^-schema)}; with custom boundaries, bucket {@code i} ends at
 * the i-th boundary (0 the first), and the one after the last boundary at +Inf. Immutable: the arrays given are not
 * copied and must not change.
 */
public final class Buckets {
    public static final Buckets NONE = new Buckets(new int[0], new double[0]);

    private final int[] indexes;
    private final double[] counts;

    /** @throws IllegalArgumentException when the lengths differ or the indexes do not ascend */
    public Buckets(int[] indexes, double[] counts) {
        if (indexes.length != counts.length) {
            throw new IllegalArgumentException("buckets want a count an index, got " + indexes.length + " indexes and "
                    + counts.length + " counts");
        }
        for (int i = 1; i < indexes.length; i++) {
            if (indexes[i] <= indexes[i - 1]) {
                throw new IllegalArgumentException(
                        "bucket indexes must ascend, got " + indexes[i] + " after " + indexes[i - 1]);
            }
        }
        this.indexes = indexes;
        this.counts = counts;
    }

    public int size() {
        return indexes.length;
    }

    public int index(int i) {
        return indexes[i];
    }

    public double count(int i) {
        return counts[i];
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Buckets buckets
                && Arrays.equals(indexes, buckets.indexes)
                && Arrays.equals(counts, buckets.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(indexes) + Arrays.hashCode(counts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < indexes.length; i++) {
            text.append(i == 0 ? "" : " ").append(indexes[i]).append(':').append(counts[i]);
        }
        return text.append(']').toString();
    }
}
