package io.dawsos.observatory.promql.histogram;

import java.util.Arrays;
import java.util.Comparator;

/**
 * The buckets of a classic histogram at one time: cumulative counts by upper bound. Made sound when they are made:
 * sorted, those of one bound added up, and counts that go down lifted to the one before, which {@link #forced()} tells.
 */
public final class ClassicBuckets {
    /** Relative differences under this are rounding, not observations. */
    private static final double TOLERANCE = 1e-12;

    private final double[] bounds;
    private final double[] counts;
    private int size;
    private boolean forced;
    private double lowestFixed = Double.NaN;
    private double highestFixed = Double.NaN;
    private double largestFix;

    /**
     * @param bounds upper bounds, in any order
     * @param counts cumulative, one a bound
     */
    public ClassicBuckets(double[] bounds, double[] counts) {
        int given = bounds.length;
        Integer[] order = new Integer[given];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> bounds[i]));
        this.bounds = new double[given];
        this.counts = new double[given];
        for (int i : order) {
            if (size > 0 && this.bounds[size - 1] == bounds[i]) {
                this.counts[size - 1] += counts[i];
            } else {
                this.bounds[size] = bounds[i];
                this.counts[size++] = counts[i];
            }
        }
        lift();
    }

    private void lift() {
        for (int i = 1; i < size; i++) {
            double before = counts[i - 1];
            if (almostEqual(before, counts[i])) {
                counts[i] = before;
            } else if (counts[i] < before) {
                note(i, before - counts[i]);
                counts[i] = before;
            }
        }
    }

    private void note(int i, double fix) {
        lowestFixed = forced ? lowestFixed : bounds[i];
        highestFixed = bounds[i];
        largestFix = Math.max(largestFix, fix);
        forced = true;
    }

    private static boolean almostEqual(double a, double b) {
        if (a == b) {
            return true;
        }
        double sum = Math.abs(a) + Math.abs(b);
        double difference = Math.abs(a - b);
        if (a == 0 || b == 0 || sum < Double.MIN_NORMAL) {
            return difference < TOLERANCE * Double.MIN_NORMAL;
        }
        return difference / Math.min(sum, Double.MAX_VALUE) < TOLERANCE;
    }

    /** Whether a count went down by more than rounding, and was lifted. */
    public boolean forced() {
        return forced;
    }

    /** The lowest bound whose count was lifted; NaN when none was. */
    public double lowestFixed() {
        return lowestFixed;
    }

    /** The highest bound whose count was lifted; NaN when none was. */
    public double highestFixed() {
        return highestFixed;
    }

    /** By how much a count was lifted at most. */
    public double largestFix() {
        return largestFix;
    }

    /** Whether they end at +Inf and hold anything: else there is neither quantile nor fraction. */
    private boolean usable() {
        return size > 0 && bounds[size - 1] == Double.POSITIVE_INFINITY && counts[size - 1] != 0;
    }

    /** Linear within a bucket; the lowest begins at 0 when it ends over it. NaN when there is none. */
    public double quantile(double q) {
        if (Double.isNaN(q)) {
            return Double.NaN;
        }
        if (q < 0 || q > 1) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        if (!usable() || size < 2) {
            return Double.NaN;
        }
        double rank = q * counts[size - 1];
        int at = 0;
        while (at < size - 1 && !(counts[at] >= rank)) {
            at++;
        }
        if (at == size - 1) {
            return bounds[size - 2];
        }
        if (at == 0) {
            return bounds[0] <= 0 ? bounds[0] : bounds[0] * (rank / counts[0]);
        }
        double before = counts[at - 1];
        return bounds[at - 1] + (bounds[at] - bounds[at - 1]) * ((rank - before) / (counts[at] - before));
    }

    /** The share of observations over {@code lower} and up to {@code upper}. NaN when there is none. */
    public double fraction(double lower, double upper) {
        if (!usable() || Double.isNaN(lower) || Double.isNaN(upper)) {
            return Double.NaN;
        }
        return lower >= upper ? 0 : (below(upper) - below(lower)) / counts[size - 1];
    }

    private double below(double value) {
        double before = 0;
        double from = bounds[0] > 0 ? 0 : Double.NEGATIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            if (from >= value) {
                return before;
            }
            if (bounds[i] > value) {
                return Double.isInfinite(from)
                        ? counts[i]
                        : before + (counts[i] - before) * ((value - from) / (bounds[i] - from));
            }
            before = counts[i];
            from = bounds[i];
        }
        return counts[size - 1];
    }
}
