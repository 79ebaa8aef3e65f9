package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.eval.Column;
import org.jspecify.annotations.Nullable;

/** A function of one value of an instant vector by itself: {@code abs}, {@code hour}, {@code histogram_sum}. */
@FunctionalInterface
public interface ValueFunction {
    /**
     * Sets the cell of {@code step}, or leaves it empty when there is no result.
     *
     * @param value the float; anything when there is a histogram
     * @param arguments the scalar arguments at this step, in their order, without the vector; fewer than the signature
     *     says when optional ones were left out
     */
    void apply(
            double value,
            @Nullable NativeHistogram histogram,
            double[] arguments,
            FunctionContext context,
            Column result,
            int step);
}
