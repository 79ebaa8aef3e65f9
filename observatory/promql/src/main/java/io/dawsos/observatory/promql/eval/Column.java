package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import org.jspecify.annotations.Nullable;

/**
 * One series of an intermediate result over all steps: a cell a step, which is empty, a float, or a native histogram.
 * Filled by one thread, then only read.
 */
public final class Column {
    private final double[] values;
    private final boolean[] present;
    private @Nullable NativeHistogram @Nullable [] histograms;

    public Column(int steps) {
        values = new double[steps];
        present = new boolean[steps];
    }

    /** An empty column, of which several threads may set different cells when they copy them of the other. */
    static Column like(Column other) {
        Column column = new Column(other.steps());
        if (other.mayHaveHistograms()) {
            column.histograms = new NativeHistogram[other.steps()];
        }
        return column;
    }

    public int steps() {
        return values.length;
    }

    /** The cells' floats: the column's own array, for loops that are hot. */
    double[] values() {
        return values;
    }

    /** Which cells are filled: the column's own array. */
    boolean[] present() {
        return present;
    }

    /** How many cells are filled. */
    int count() {
        int count = 0;
        for (boolean p : present) {
            count += p ? 1 : 0;
        }
        return count;
    }

    /** Copies a filled cell of another column of the same steps. */
    void copy(int step, Column from) {
        copy(step, step, from);
    }

    /** Copies a filled cell of another column. */
    void copy(int step, int fromStep, Column from) {
        NativeHistogram histogram = from.histogram(fromStep);
        if (histogram == null) {
            set(step, from.values[fromStep]);
        } else {
            set(step, histogram);
        }
    }

    public void set(int step, double value) {
        values[step] = value;
        present[step] = true;
        if (histograms != null) {
            histograms[step] = null;
        }
    }

    public void set(int step, NativeHistogram histogram) {
        if (histograms == null) {
            histograms = new NativeHistogram[values.length];
        }
        histograms[step] = histogram;
        values[step] = Double.NaN;
        present[step] = true;
    }

    public void remove(int step) {
        present[step] = false;
        if (histograms != null) {
            histograms[step] = null;
        }
    }

    public boolean has(int step) {
        return present[step];
    }

    /** The float of a cell; NaN where it is a histogram; anything where it is empty. */
    public double value(int step) {
        return values[step];
    }

    /** The histogram of a cell; null where it is a float or empty. */
    public @Nullable NativeHistogram histogram(int step) {
        return histograms == null ? null : histograms[step];
    }

    /** Whether any cell may be a histogram. */
    public boolean mayHaveHistograms() {
        return histograms != null;
    }

    public boolean isEmpty() {
        for (boolean p : present) {
            if (p) {
                return false;
            }
        }
        return true;
    }
}
