package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.histogram.HistogramMath;

/** {@code changes} and {@code resets}: how often a sample differs from, or began anew since, the one before. */
final class Transitions implements RangeFunction {
    private final boolean resets;

    Transitions(boolean resets) {
        this.resets = resets;
    }

    @Override
    public void apply(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        int from = window.from;
        if (context.mode() == RangeMode.ANCHORED) {
            Edges edges = Edges.of(window, false);
            if (edges == null) {
                return;
            }
            from = edges.first();
        }
        Samples samples = window.samples;
        boolean starts = resets && context.startTimestamps();
        boolean floatsOnly = !samples.hasHistograms() && !starts;
        result.set(
                step, floatsOnly ? floats(samples.values(), from, window.to) : any(samples, from, window.to, starts));
    }

    private int floats(double[] values, int from, int to) {
        int count = 0;
        double before = values[from];
        for (int i = from + 1; i < to; i++) {
            double value = values[i];
            count += counts(before, value) ? 1 : 0;
            before = value;
        }
        return count;
    }

    private boolean counts(double before, double after) {
        return resets ? after < before : after != before && !(Double.isNaN(after) && Double.isNaN(before));
    }

    private int any(Samples samples, int from, int to, boolean starts) {
        int count = 0;
        for (int i = from + 1; i < to; i++) {
            count += counts(samples, i) || (starts && StartTimes.reset(samples, i)) ? 1 : 0;
        }
        return count;
    }

    private boolean counts(Samples samples, int i) {
        NativeHistogram before = samples.histogram(i - 1);
        NativeHistogram after = samples.histogram(i);
        if (before == null && after == null) {
            return counts(samples.value(i - 1), samples.value(i));
        }
        if (before == null || after == null) {
            return true;
        }
        return resets ? HistogramMath.isCounterReset(before, after) : !HistogramMath.equal(before, after);
    }
}
