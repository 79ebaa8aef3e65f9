package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.promql.histogram.HistogramMath;
import io.dawsos.observatory.promql.histogram.HistogramSum;
import org.jspecify.annotations.Nullable;

/** How much a native histogram grew from a window's first sample to its last, of histograms only. */
final class HistogramIncrease {
    private final Window window;
    private final FunctionContext context;
    private final boolean counter;
    private final boolean starts;
    private final boolean began;

    /**
     * @param counter whether resets are made good; else the histogram is a gauge
     * @param starts whether start timestamps tell of resets too
     * @param began whether it stood at nothing within the range, before the first sample
     */
    HistogramIncrease(Window window, FunctionContext context, boolean counter, boolean starts, boolean began) {
        this.window = window;
        this.context = context;
        this.counter = counter;
        this.starts = starts;
        this.began = began;
    }

    /** Null, which is said, when schemas do not go together. */
    @Nullable
    NativeHistogram of() {
        noteKind();
        // The first one's buckets do not matter when the second began anew: it is counted as nothing then.
        boolean skipFirst = counter && (began || (window.size() > 1 && reset(window.from + 1)));
        int from = skipFirst && !began ? window.from + 1 : window.from;
        NativeHistogram last = window.histogram(window.to - 1);
        if (!schemasMatch(from, last.hasCustomBoundaries())) {
            context.say(Note.MIXED_SCHEMAS);
            return null;
        }
        NativeHistogram change = last;
        if (!skipFirst) {
            change = noting(
                    HistogramMath.subtract(change, window.histogram(window.from)),
                    Note.BOUNDARIES_RECONCILED_IN_SUBTRACTION);
        }
        for (int i = from + 1; counter && i < window.to; i++) {
            if (reset(i)) {
                change = noting(
                        HistogramMath.add(change, window.histogram(i - 1)), Note.BOUNDARIES_RECONCILED_IN_ADDITION);
            }
        }
        change = HistogramMath.reduceTo(change, coarsest(from));
        return HistogramMath.compact(HistogramMath.withCounterReset(change, CounterReset.GAUGE));
    }

    private void noteKind() {
        boolean gaugeEnds = isGauge(window.from) && isGauge(window.to - 1);
        if (!counter && !gaugeEnds) {
            context.say(Note.NOT_A_GAUGE);
        }
        for (int i = window.from; counter && i < window.to; i++) {
            if (isGauge(i)) {
                context.say(Note.NOT_A_COUNTER);
                return;
            }
        }
    }

    private boolean isGauge(int i) {
        return window.histogram(i).counterReset() == CounterReset.GAUGE;
    }

    private boolean reset(int i) {
        return HistogramMath.isCounterReset(window.histogram(i - 1), window.histogram(i))
                || (starts && StartTimes.reset(window.samples, i));
    }

    /** Of a gauge only the two ends matter. */
    private boolean schemasMatch(int from, boolean custom) {
        for (int i = from; i < window.to; i += counter ? 1 : Math.max(1, window.to - 1 - from)) {
            if (window.histogram(i).hasCustomBoundaries() != custom) {
                return false;
            }
        }
        return true;
    }

    private int coarsest(int from) {
        int coarsest = window.histogram(window.to - 1).schema();
        for (int i = from; counter && i < window.to; i++) {
            coarsest = Math.min(coarsest, window.histogram(i).schema());
        }
        return coarsest;
    }

    private NativeHistogram noting(HistogramSum sum, Note reconciled) {
        if (sum.boundariesReconciled()) {
            context.say(reconciled);
        }
        return sum.histogram();
    }
}
