package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.histogram.HistogramMath;

/** {@code rate}, {@code increase} and {@code delta}. */
final class Rate implements RangeFunction {
    private final boolean counter;
    private final boolean perSecond;
    private final EdgeRate edges;

    /**
     * @param counter whether resets are made good, and extrapolation stops at 0
     * @param perSecond whether the change is divided by the range
     */
    Rate(boolean counter, boolean perSecond) {
        this.counter = counter;
        this.perSecond = perSecond;
        this.edges = new EdgeRate(counter, perSecond);
    }

    @Override
    public void apply(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        if (context.mode() != RangeMode.PLAIN) {
            edges.apply(window, arguments, context, result, step);
            return;
        }
        int histograms = window.histograms();
        if (histograms == 0) {
            floats(window, context, result, step);
        } else if (histograms == window.size()) {
            histograms(window, context, result, step);
        } else {
            context.say(Note.MIXED_FLOATS_AND_HISTOGRAMS);
        }
    }

    private void floats(Window window, FunctionContext context, Column result, int step) {
        boolean starts = starts(window, context);
        boolean began = starts && StartTimes.beganInside(window);
        if (window.size() < 2 && !began) {
            return;
        }
        if (counter) {
            context.sayNonCounter();
        }
        Samples samples = window.samples;
        double[] values = samples.values();
        double first = values[window.from];
        double change = values[window.to - 1] - first;
        if (counter) {
            change += began ? first : 0;
            change += starts ? lostByStarts(window) : window.lost(context);
        }
        double zeroShare = counter && change > 0 && first >= 0 ? first / change : Double.POSITIVE_INFINITY;
        result.set(step, change * factor(window, began, zeroShare));
    }

    private static double lostByStarts(Window window) {
        double[] values = window.samples.values();
        double lost = 0;
        for (int i = window.from + 1; i < window.to; i++) {
            if (values[i] < values[i - 1] || StartTimes.reset(window.samples, i)) {
                lost += values[i - 1];
            }
        }
        return lost;
    }

    private boolean starts(Window window, FunctionContext context) {
        if (!counter || !context.startTimestamps()) {
            return false;
        }
        if (StartTimes.anyOverlaps(window)) {
            context.say(Note.OVERLAPPING_START);
        }
        return true;
    }

    private double factor(Window window, boolean began, double zeroShare) {
        int first = window.from;
        long start = began ? window.samples.startTimestamp(first) : window.samples.timestamp(first);
        double factor = Extrapolation.factor(window, start, zeroShare);
        return perSecond ? factor / window.seconds() : factor;
    }

    private void histograms(Window window, FunctionContext context, Column result, int step) {
        boolean starts = starts(window, context);
        boolean began = starts && StartTimes.beganInside(window);
        if (window.size() < 2 && !began) {
            return;
        }
        NativeHistogram change = new HistogramIncrease(window, context, counter, starts, began).of();
        if (change == null) {
            return;
        }
        double first = window.histogram(window.from).count();
        double zeroShare =
                counter && change.count() > 0 && first >= 0 ? first / change.count() : Double.POSITIVE_INFINITY;
        result.set(step, HistogramMath.scale(change, factor(window, began, zeroShare)));
    }
}
