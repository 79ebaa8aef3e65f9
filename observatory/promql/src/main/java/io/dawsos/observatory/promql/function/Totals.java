package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.histogram.HistogramTotal;

/** {@code sum_over_time} and {@code avg_over_time}: of floats or of histograms; of both there is none. */
final class Totals implements RangeFunction {
    private final boolean average;

    Totals(boolean average) {
        this.average = average;
    }

    @Override
    public void apply(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        int histograms = window.histograms();
        if (histograms == 0) {
            double[] values = window.samples.values();
            result.set(step, average ? mean(values, window.from, window.to) : sum(values, window.from, window.to));
        } else if (histograms < window.size()) {
            context.say(Note.MIXED_FLOATS_AND_HISTOGRAMS);
        } else {
            histograms(window, context, result, step);
        }
    }

    private static double sum(double[] values, int from, int to) {
        CompensatedSum sum = new CompensatedSum();
        for (int i = from; i < to; i++) {
            sum.add(values[i]);
        }
        return sum.value();
    }

    /** The sum by the count; once the sum is too large for a double, a mean that is kept up value by value. */
    private static double mean(double[] values, int from, int to) {
        CompensatedSum sum = new CompensatedSum();
        sum.add(values[from]);
        boolean incremental = false;
        for (int i = from + 1; i < to; i++) {
            double count = i - from + 1;
            if (!incremental && sum.overflowsWith(values[i])) {
                incremental = true;
                sum.divide(count - 1);
            }
            if (incremental) {
                sum.scale((count - 1) / count);
                sum.add(values[i] / count);
            } else {
                sum.add(values[i]);
            }
        }
        return incremental ? sum.value() : sum.by(to - from);
    }

    private void histograms(Window window, FunctionContext context, Column result, int step) {
        HistogramTotal total = new HistogramTotal(average);
        for (int i = window.from; i < window.to; i++) {
            if (!total.add(window.histogram(i))) {
                context.say(Note.MIXED_SCHEMAS);
                return;
            }
        }
        if (total.resetsCollide()) {
            context.say(Note.CONFLICTING_RESETS);
        }
        if (total.boundariesReconciled()) {
            context.say(Note.BOUNDARIES_RECONCILED_IN_AGGREGATION);
        }
        result.set(step, total.result());
    }
}
