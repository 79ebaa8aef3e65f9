package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;

/** {@code stddev} and {@code stdvar} of the whole population, after Welford; parts are put together after Chan et al. */
final class DeviationAccumulator implements Accumulator {
    private final Expr.Aggregate aggregate;
    private final Evaluation evaluation;
    private final boolean root;
    private final double[] counts;
    private final double[] means;
    private final double[] squares;

    DeviationAccumulator(Expr.Aggregate aggregate, int steps, boolean root, Evaluation evaluation) {
        this.aggregate = aggregate;
        this.evaluation = evaluation;
        this.root = root;
        this.counts = new double[steps];
        this.means = new double[steps];
        this.squares = new double[steps];
    }

    @Override
    public void add(Column column) {
        Floats.noteHistograms(column, aggregate, evaluation);
        for (int step = 0; step < counts.length; step++) {
            if (column.has(step) && column.histogram(step) == null) {
                take(step, column.value(step));
            }
        }
    }

    private void take(int step, double value) {
        double delta = value - means[step];
        counts[step]++;
        means[step] += delta / counts[step];
        squares[step] += delta * (value - means[step]);
        if (!Double.isFinite(value)) {
            squares[step] = Double.NaN;
        }
    }

    @Override
    public void merge(Accumulator later) {
        DeviationAccumulator other = (DeviationAccumulator) later;
        for (int step = 0; step < counts.length; step++) {
            if (other.counts[step] > 0) {
                merge(step, other.counts[step], other.means[step], other.squares[step]);
            }
        }
    }

    private void merge(int step, double count, double mean, double square) {
        double all = counts[step] + count;
        double delta = mean - means[step];
        squares[step] += square + delta * delta * counts[step] * count / all;
        means[step] += delta * count / all;
        counts[step] = all;
    }

    @Override
    public Column result() {
        Column result = new Column(counts.length);
        for (int step = 0; step < counts.length; step++) {
            if (counts[step] > 0) {
                double variance = squares[step] / counts[step];
                result.set(step, root ? Math.sqrt(variance) : variance);
            }
        }
        return result;
    }
}
