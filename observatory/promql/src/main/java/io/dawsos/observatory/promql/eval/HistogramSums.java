package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.histogram.HistogramMath;
import io.dawsos.observatory.promql.histogram.HistogramSum;
import io.dawsos.observatory.promql.histogram.IncompatibleBoundsException;
import org.jspecify.annotations.Nullable;

/** Sums of histograms at every step, for {@code sum} and {@code avg}. */
final class HistogramSums {
    private final Expr.Aggregate aggregate;
    private final Evaluation evaluation;
    private final @Nullable NativeHistogram[] sums;
    private final int[] counts;
    /** At which steps exponential and custom boundaries met. */
    private final boolean[] incompatible;

    private final boolean[] reset;
    private final boolean[] notReset;

    HistogramSums(Expr.Aggregate aggregate, int steps, Evaluation evaluation) {
        this.aggregate = aggregate;
        this.evaluation = evaluation;
        this.sums = new NativeHistogram[steps];
        this.counts = new int[steps];
        this.incompatible = new boolean[steps];
        this.reset = new boolean[steps];
        this.notReset = new boolean[steps];
    }

    /** Takes a histogram; false when there is none. */
    boolean add(int step, @Nullable NativeHistogram histogram) {
        if (histogram == null) {
            return false;
        }
        reset[step] |= histogram.counterReset() == CounterReset.RESET;
        notReset[step] |= histogram.counterReset() == CounterReset.NOT_RESET;
        add(step, histogram, 1);
        return true;
    }

    private void add(int step, NativeHistogram histogram, int count) {
        counts[step] += count;
        NativeHistogram before = sums[step];
        if (before == null) {
            sums[step] = histogram;
        } else if (!incompatible[step]) {
            try {
                HistogramSum sum = HistogramMath.add(before, histogram);
                sums[step] = sum.histogram();
                if (sum.boundariesReconciled()) {
                    evaluation.info(
                            "mismatched custom buckets were reconciled during aggregation",
                            aggregate.inner().at());
                }
            } catch (IncompatibleBoundsException e) {
                incompatible[step] = true;
            }
        }
    }

    void merge(HistogramSums later) {
        for (int step = 0; step < counts.length; step++) {
            NativeHistogram histogram = later.sums[step];
            if (histogram != null) {
                reset[step] |= later.reset[step];
                notReset[step] |= later.notReset[step];
                incompatible[step] |= later.incompatible[step];
                add(step, histogram, later.counts[step]);
            }
        }
    }

    /** Sets the result of a step that has histograms; false when it has none. */
    boolean result(int step, boolean floats, boolean average, Column into) {
        NativeHistogram sum = sums[step];
        if (sum == null) {
            return false;
        }
        if (floats) {
            warn("encountered a mix of histograms and floats for aggregation");
        } else if (incompatible[step]) {
            warn("vector contains a mix of histograms with exponential and custom buckets schemas");
        } else {
            if (reset[step] && notReset[step]) {
                warn("conflicting counter resets during histogram aggregation");
            }
            into.set(
                    step,
                    HistogramMath.compact(average && counts[step] > 1 ? HistogramMath.divide(sum, counts[step]) : sum));
        }
        return true;
    }

    private void warn(String message) {
        evaluation.warn(message, aggregate.inner().at());
    }
}
