package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.histogram.HistogramMath;
import io.dawsos.observatory.promql.histogram.HistogramSum;

/** {@code irate} and {@code idelta}: what happened between a window's last two samples. */
final class InstantRate implements RangeFunction {
    private final boolean counter;

    /** @param counter whether it is {@code irate} */
    InstantRate(boolean counter) {
        this.counter = counter;
    }

    @Override
    public void apply(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        if (window.size() < 2) {
            return;
        }
        int last = window.to - 1;
        double seconds = (window.samples.timestamp(last) - window.samples.timestamp(last - 1)) / 1000.0;
        boolean restarted = restarted(window, last, context);
        NativeHistogram before = window.samples.histogram(last - 1);
        NativeHistogram after = window.samples.histogram(last);
        if (before == null && after == null) {
            double value = window.samples.value(last);
            double valueBefore = window.samples.value(last - 1);
            boolean reset = counter && (value < valueBefore || restarted);
            double change = reset ? value : value - valueBefore;
            result.set(step, counter ? change / seconds : change);
        } else if (before == null || after == null) {
            context.say(Note.MIXED_FLOATS_AND_HISTOGRAMS);
        } else {
            histograms(before, after, restarted, seconds, context, result, step);
        }
    }

    private boolean restarted(Window window, int last, FunctionContext context) {
        if (!counter || !context.startTimestamps()) {
            return false;
        }
        if (StartTimes.overlaps(window.samples, last)) {
            context.say(Note.OVERLAPPING_START);
        }
        return StartTimes.reset(window.samples, last);
    }

    private void histograms(
            NativeHistogram before,
            NativeHistogram after,
            boolean restarted,
            double seconds,
            FunctionContext context,
            Column result,
            int step) {
        noteKind(before, after, context);
        NativeHistogram change = after;
        if (!counter || (!restarted && !HistogramMath.isCounterReset(before, after))) {
            if (before.hasCustomBoundaries() != after.hasCustomBoundaries()) {
                context.say(Note.MIXED_SCHEMAS);
                return;
            }
            HistogramSum difference = HistogramMath.subtract(after, before);
            if (difference.boundariesReconciled()) {
                context.say(Note.BOUNDARIES_RECONCILED_IN_SUBTRACTION);
            }
            change = difference.histogram();
        }
        change = HistogramMath.compact(HistogramMath.withCounterReset(change, CounterReset.GAUGE));
        result.set(step, counter ? HistogramMath.divide(change, seconds) : change);
    }

    private void noteKind(NativeHistogram before, NativeHistogram after, FunctionContext context) {
        boolean beforeIsGauge = before.counterReset() == CounterReset.GAUGE;
        boolean afterIsGauge = after.counterReset() == CounterReset.GAUGE;
        if (counter && (beforeIsGauge || afterIsGauge)) {
            context.say(Note.NOT_A_COUNTER);
        }
        if (!counter && !(beforeIsGauge && afterIsGauge)) {
            context.say(Note.NOT_A_GAUGE);
        }
    }
}
