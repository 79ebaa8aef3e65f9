package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;

/** {@code min} and {@code max}; NaN only where there is nothing else. Histograms are left out, and that is said. */
final class ExtremeAccumulator implements Accumulator {
    private final Expr.Aggregate aggregate;
    private final Evaluation evaluation;
    private final boolean max;
    private final Column extremes;

    ExtremeAccumulator(Expr.Aggregate aggregate, int steps, boolean max, Evaluation evaluation) {
        this.aggregate = aggregate;
        this.evaluation = evaluation;
        this.max = max;
        this.extremes = new Column(steps);
    }

    @Override
    public void add(Column column) {
        Floats.noteHistograms(column, aggregate, evaluation);
        double[] values = column.values();
        boolean[] present = column.present();
        boolean histograms = column.mayHaveHistograms();
        for (int step = 0; step < present.length; step++) {
            if (present[step] && !(histograms && column.histogram(step) != null)) {
                take(step, values[step]);
            }
        }
    }

    private void take(int step, double value) {
        double before = extremes.value(step);
        if (!extremes.has(step) || Double.isNaN(before) || (max ? value > before : value < before)) {
            extremes.set(step, value);
        }
    }

    @Override
    public void merge(Accumulator later) {
        add(((ExtremeAccumulator) later).extremes);
    }

    @Override
    public Column result() {
        return extremes;
    }
}
