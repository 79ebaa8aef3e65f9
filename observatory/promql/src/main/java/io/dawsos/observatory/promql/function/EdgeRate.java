package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.histogram.HistogramMath;

/**
 * {@code rate}, {@code increase} and {@code delta} of anchored and smoothed ranges: the change between what stands at
 * the two edges, without extrapolation.
 */
final class EdgeRate implements RangeFunction {
    private final boolean counter;
    private final boolean perSecond;

    EdgeRate(boolean counter, boolean perSecond) {
        this.counter = counter;
        this.perSecond = perSecond;
    }

    @Override
    public void apply(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        Edges edges = Edges.of(window, context.mode() == RangeMode.SMOOTHED);
        if (edges == null) {
            return;
        }
        int histograms = window.histograms();
        if (histograms == 0) {
            if (counter) {
                context.sayNonCounter();
            }
            double change = floats(window, edges);
            result.set(step, perSecond ? change / window.seconds() : change);
        } else if (histograms < window.size()) {
            context.say(Note.MIXED_FLOATS_AND_HISTOGRAMS);
        } else if (compatible(window, edges, context)) {
            NativeHistogram change = HistogramMath.withCounterReset(histograms(window, edges), CounterReset.GAUGE);
            result.set(
                    step, HistogramMath.compact(perSecond ? HistogramMath.divide(change, window.seconds()) : change));
        }
    }

    private double floats(Window window, Edges edges) {
        double[] values = window.samples.values();
        double change = edges.right(counter) - edges.left(counter);
        for (int i = edges.first() + 1; counter && i <= edges.last(); i++) {
            // What lies before a reset within which the left edge stands is not in the range.
            if (values[i] < values[i - 1] && !(i == edges.first() + 1 && edges.leftBetween())) {
                change += values[i - 1];
            }
        }
        return change;
    }

    private boolean compatible(Window window, Edges edges, FunctionContext context) {
        boolean custom = window.histogram(edges.first()).hasCustomBoundaries();
        boolean gaugeEnds = isGauge(window, edges.first()) && isGauge(window, edges.last());
        if (!counter && !gaugeEnds) {
            context.say(Note.NOT_A_GAUGE);
        }
        for (int i = edges.first(); i <= edges.last(); i++) {
            if (window.histogram(i).hasCustomBoundaries() != custom) {
                context.say(Note.MIXED_SCHEMAS);
                return false;
            }
            if (counter && isGauge(window, i)) {
                context.say(Note.NOT_A_COUNTER);
            }
        }
        return true;
    }

    private static boolean isGauge(Window window, int i) {
        return window.histogram(i).counterReset() == CounterReset.GAUGE;
    }

    private NativeHistogram histograms(Window window, Edges edges) {
        NativeHistogram change = HistogramMath.subtract(edges.rightHistogram(counter), edges.leftHistogram(counter))
                .histogram();
        for (int i = edges.first() + 1; counter && i <= edges.last(); i++) {
            boolean within = !(i == edges.first() + 1 && edges.leftBetween());
            if (within && HistogramMath.isCounterReset(window.histogram(i - 1), window.histogram(i))) {
                change = HistogramMath.add(change, window.histogram(i - 1)).histogram();
            }
        }
        return change;
    }
}
