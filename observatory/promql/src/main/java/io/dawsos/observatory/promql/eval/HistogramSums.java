package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.ast.AggregateOp;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.histogram.HistogramMath;
import io.dawsos.observatory.promql.histogram.HistogramTotal;
import org.jspecify.annotations.Nullable;

/** Sums of histograms at every step, for {@code sum} and {@code avg}. */
final class HistogramSums {
    private final Expr.Aggregate aggregate;
    private final Evaluation evaluation;
    private final @Nullable HistogramTotal[] totals;
    /** At which steps exponential and custom boundaries met. */
    private final boolean[] incompatible;

    HistogramSums(Expr.Aggregate aggregate, int steps, Evaluation evaluation) {
        this.aggregate = aggregate;
        this.evaluation = evaluation;
        this.totals = new HistogramTotal[steps];
        this.incompatible = new boolean[steps];
    }

    /** Takes a histogram; false when there is none. */
    boolean add(int step, @Nullable NativeHistogram histogram) {
        if (histogram == null) {
            return false;
        }
        incompatible[step] |= !total(step).add(histogram);
        return true;
    }

    private HistogramTotal total(int step) {
        HistogramTotal total = totals[step];
        if (total == null) {
            total = new HistogramTotal(aggregate.op() == AggregateOp.AVG);
            totals[step] = total;
        }
        return total;
    }

    void merge(HistogramSums later) {
        for (int step = 0; step < totals.length; step++) {
            HistogramTotal other = later.totals[step];
            if (other != null) {
                incompatible[step] |= later.incompatible[step] || !total(step).add(other);
            }
        }
    }

    /** Sets the result of a step that has histograms; false when it has none. */
    boolean result(int step, boolean floats, Column into) {
        HistogramTotal total = totals[step];
        if (total == null) {
            return false;
        }
        if (floats) {
            warn("encountered a mix of histograms and floats for aggregation");
        } else if (incompatible[step]) {
            warn("vector contains a mix of histograms with exponential and custom buckets schemas");
        } else {
            annotate(total);
            into.set(step, HistogramMath.compact(total.result()));
        }
        return true;
    }

    private void annotate(HistogramTotal total) {
        if (total.resetsCollide()) {
            warn("conflicting counter resets during histogram aggregation");
        }
        if (total.boundariesReconciled()) {
            evaluation.info(
                    "mismatched custom buckets were reconciled during aggregation",
                    aggregate.inner().at());
        }
    }

    private void warn(String message) {
        evaluation.warn(message, aggregate.inner().at());
    }
}
