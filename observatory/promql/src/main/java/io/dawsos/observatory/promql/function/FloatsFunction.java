package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.promql.eval.Column;

/** A function of a window's floats; histograms beside them are left out, which is said. */
final class FloatsFunction implements RangeFunction {
    /** What it works out. */
    @FunctionalInterface
    interface Of {
        double floats(FloatView floats, double[] arguments, Window window);
    }

    private final int wanted;
    private final Of of;

    /** @param wanted with fewer floats there is no result */
    FloatsFunction(int wanted, Of of) {
        this.wanted = wanted;
        this.of = of;
    }

    @Override
    public void apply(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        FloatView floats = window.floats();
        if (floats.size() == 0) {
            return;
        }
        if (floats.histogramsToo) {
            context.say(Note.HISTOGRAMS_IGNORED);
        }
        if (floats.size() >= wanted) {
            result.set(step, of.floats(floats, arguments, window));
        }
    }
}
