package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.promql.eval.Column;

/** A function over a range vector, for one series at one step: {@code rate}, {@code max_over_time} and their like. */
@FunctionalInterface
public interface RangeFunction {
    /**
     * Sets the cell of {@code step}, or leaves it empty when there is no result.
     *
     * @param window at least one sample
     * @param arguments the scalar arguments at this step, in their order, without the range vector
     * @param context where annotations go, and the names they carry
     */
    void apply(Window window, double[] arguments, FunctionContext context, Column result, int step);
}
