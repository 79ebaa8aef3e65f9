package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.eval.Column;

/** Functions that take a window's samples as they are, floats or histograms. */
final class SampleFunctions {
    private SampleFunctions() {}

    static void count(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        result.set(step, window.size());
    }

    static void present(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        result.set(step, 1);
    }

    static void first(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        set(window, window.from, result, step);
    }

    static void last(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        set(window, window.to - 1, result, step);
    }

    private static void set(Window window, int i, Column result, int step) {
        NativeHistogram histogram = window.samples.histogram(i);
        if (histogram == null) {
            result.set(step, window.samples.value(i));
        } else {
            result.set(step, histogram);
        }
    }

    static void timeOfFirst(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        result.set(step, window.samples.timestamp(window.from) / 1000.0);
    }

    static void timeOfLast(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        result.set(step, window.samples.timestamp(window.to - 1) / 1000.0);
    }
}
