package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import org.jspecify.annotations.Nullable;

/**
 * {@code avg}: the sum over the count; where the sum is too large for a double, a mean that is kept up value by value.
 */
final class AverageAccumulator implements Accumulator {
    private final Expr.Aggregate aggregate;
    private final Evaluation evaluation;
    private final Sums sums;
    private final double[] counts;
    /** Whether a step's sum holds a mean. */
    private final boolean[] means;

    private @Nullable HistogramSums histograms;

    AverageAccumulator(Expr.Aggregate aggregate, int steps, Evaluation evaluation) {
        this.aggregate = aggregate;
        this.evaluation = evaluation;
        this.sums = new Sums(steps);
        this.counts = new double[steps];
        this.means = new boolean[steps];
    }

    @Override
    public void add(Column column) {
        HistogramSums all = column.mayHaveHistograms() ? histograms() : null;
        for (int step = 0; step < counts.length; step++) {
            if (column.has(step) && (all == null || !all.add(step, column.histogram(step)))) {
                take(step, column.value(step));
            }
        }
    }

    private HistogramSums histograms() {
        HistogramSums current = histograms;
        if (current == null) {
            current = new HistogramSums(aggregate, counts.length, evaluation);
            histograms = current;
        }
        return current;
    }

    private void take(int step, double value) {
        double count = ++counts[step];
        if (!means[step]) {
            if (count == 1 || !Double.isInfinite(sums.sum[step] + value)) {
                sums.add(step, value);
                return;
            }
            toMean(step, count - 1);
        }
        scale(step, (count - 1) / count);
        sums.add(step, value / count);
    }

    private void toMean(int step, double count) {
        means[step] = true;
        sums.sum[step] /= count;
        sums.lost[step] /= count;
    }

    private void scale(int step, double factor) {
        sums.sum[step] *= factor;
        sums.lost[step] *= factor;
    }

    @Override
    public void merge(Accumulator later) {
        AverageAccumulator other = (AverageAccumulator) later;
        for (int step = 0; step < counts.length; step++) {
            if (other.counts[step] > 0) {
                merge(step, other);
            }
        }
        if (other.histograms != null) {
            histograms().merge(other.histograms);
        }
    }

    private void merge(int step, AverageAccumulator other) {
        double count = counts[step];
        double all = count + other.counts[step];
        boolean sumsFit =
                !means[step] && !other.means[step] && !Double.isInfinite(sums.sum[step] + other.sums.sum[step]);
        if (!sumsFit && count > 0) {
            if (!means[step]) {
                toMean(step, count);
            }
            if (!other.means[step]) {
                other.toMean(step, other.counts[step]);
            }
            scale(step, count / all);
            other.scale(step, other.counts[step] / all);
        } else if (count == 0) {
            means[step] = other.means[step];
        }
        sums.add(step, other.sums.sum[step]);
        sums.lost[step] += other.sums.lost[step];
        counts[step] = all;
    }

    @Override
    public Column result() {
        Column result = new Column(counts.length);
        for (int step = 0; step < counts.length; step++) {
            boolean any = counts[step] > 0;
            if ((histograms == null || !histograms.result(step, any, result)) && any) {
                double count = means[step] ? 1 : counts[step];
                result.set(step, sums.sum[step] / count + sums.lost[step] / count);
            }
        }
        return result;
    }
}
