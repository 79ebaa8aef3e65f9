package io.dawsos.observatory.promql.histogram;

import io.dawsos.observatory.model.Buckets;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/** Calculations on one side's buckets. */
final class SparseBuckets {
    private SparseBuckets() {}

    /** {@code a + sign * b}; indexes of both are merged. */
    static Buckets add(Buckets a, Buckets b, double sign) {
        if (b.size() == 0) {
            return a;
        }
        int[] indexes = new int[a.size() + b.size()];
        double[] counts = new double[indexes.length];
        int size = 0;
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            boolean left = j == b.size() || (i < a.size() && a.index(i) <= b.index(j));
            boolean right = i == a.size() || (j < b.size() && b.index(j) <= a.index(i));
            indexes[size] = left ? a.index(i) : b.index(j);
            counts[size++] = (left ? a.count(i++) : 0) + (right ? sign * b.count(j++) : 0);
        }
        return new Buckets(Arrays.copyOf(indexes, size), Arrays.copyOf(counts, size));
    }

    static Buckets scale(Buckets buckets, double factor) {
        double[] counts = new double[buckets.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = buckets.count(i) * factor;
        }
        return new Buckets(indexes(buckets), counts);
    }

    static Buckets divide(Buckets buckets, double divisor) {
        double[] counts = new double[buckets.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = buckets.count(i) / divisor;
        }
        return new Buckets(indexes(buckets), counts);
    }

    /** Without the empty ones. */
    static Buckets compact(Buckets buckets) {
        int kept = 0;
        for (int i = 0; i < buckets.size(); i++) {
            kept += buckets.count(i) == 0 ? 0 : 1;
        }
        if (kept == buckets.size()) {
            return buckets;
        }
        int[] indexes = new int[kept];
        double[] counts = new double[kept];
        int size = 0;
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.count(i) != 0) {
                indexes[size] = buckets.index(i);
                counts[size++] = buckets.count(i);
            }
        }
        return new Buckets(indexes, counts);
    }

    /** Each bucket under another index; the mapping does not change their order. Those that meet are added up. */
    static Buckets map(Buckets buckets, IntUnaryOperator index) {
        int[] indexes = new int[buckets.size()];
        double[] counts = new double[buckets.size()];
        int size = 0;
        for (int i = 0; i < buckets.size(); i++) {
            int mapped = index.applyAsInt(buckets.index(i));
            if (size > 0 && indexes[size - 1] == mapped) {
                counts[size - 1] += buckets.count(i);
            } else {
                indexes[size] = mapped;
                counts[size++] = buckets.count(i);
            }
        }
        return new Buckets(Arrays.copyOf(indexes, size), Arrays.copyOf(counts, size));
    }

    /** Whether any count went down from {@code before}, an absent bucket being an empty one. */
    static boolean anyFell(Buckets before, Buckets after) {
        int j = 0;
        for (int i = 0; i < before.size(); i++) {
            while (j < after.size() && after.index(j) < before.index(i)) {
                j++;
            }
            double now = j < after.size() && after.index(j) == before.index(i) ? after.count(j) : 0;
            if (now < before.count(i)) {
                return true;
            }
        }
        return false;
    }

    static boolean anyInfinite(Buckets buckets) {
        for (int i = 0; i < buckets.size(); i++) {
            if (Double.isInfinite(buckets.count(i))) {
                return true;
            }
        }
        return false;
    }

    private static int[] indexes(Buckets buckets) {
        int[] indexes = new int[buckets.size()];
        for (int i = 0; i < indexes.length; i++) {
            indexes[i] = buckets.index(i);
        }
        return indexes;
    }
}
