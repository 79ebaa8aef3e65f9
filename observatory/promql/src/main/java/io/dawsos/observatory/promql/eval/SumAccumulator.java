package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import org.jspecify.annotations.Nullable;

/** {@code sum}: of floats or of histograms; of both there is none, which is said. */
final class SumAccumulator implements Accumulator {
    private final Expr.Aggregate aggregate;
    private final Evaluation evaluation;
    private final Sums sums;
    private final boolean[] floats;
    private @Nullable HistogramSums histograms;

    SumAccumulator(Expr.Aggregate aggregate, int steps, Evaluation evaluation) {
        this.aggregate = aggregate;
        this.evaluation = evaluation;
        this.sums = new Sums(steps);
        this.floats = new boolean[steps];
    }

    @Override
    public void add(Column column) {
        if (column.mayHaveHistograms()) {
            addMixed(column);
            return;
        }
        double[] values = column.values();
        boolean[] present = column.present();
        for (int step = 0; step < present.length; step++) {
            if (present[step]) {
                floats[step] = true;
                sums.add(step, values[step]);
            }
        }
    }

    private void addMixed(Column column) {
        HistogramSums all = histograms();
        for (int step = 0; step < floats.length; step++) {
            if (column.has(step) && !all.add(step, column.histogram(step))) {
                floats[step] = true;
                sums.add(step, column.value(step));
            }
        }
    }

    private HistogramSums histograms() {
        HistogramSums current = histograms;
        if (current == null) {
            current = new HistogramSums(aggregate, floats.length, evaluation);
            histograms = current;
        }
        return current;
    }

    @Override
    public void merge(Accumulator later) {
        SumAccumulator other = (SumAccumulator) later;
        for (int step = 0; step < floats.length; step++) {
            if (other.floats[step]) {
                floats[step] = true;
                sums.add(step, other.sums.sum[step]);
                sums.lost[step] += other.sums.lost[step];
            }
        }
        if (other.histograms != null) {
            histograms().merge(other.histograms);
        }
    }

    @Override
    public Column result() {
        Column result = new Column(floats.length);
        for (int step = 0; step < floats.length; step++) {
            if (histograms == null || !histograms.result(step, floats[step], result)) {
                if (floats[step]) {
                    result.set(step, sums.get(step));
                }
            }
        }
        return result;
    }
}
