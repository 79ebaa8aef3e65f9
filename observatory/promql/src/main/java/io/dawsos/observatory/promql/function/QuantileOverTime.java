package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.promql.eval.Column;

/** {@code quantile_over_time}, which says so when what was asked for is no quantile. */
final class QuantileOverTime implements RangeFunction {
    private static final RangeFunction QUANTILE =
            new FloatsFunction(1, (floats, arguments, window) -> FloatStatistics.quantile(arguments[0], floats));

    @Override
    public void apply(Window window, double[] arguments, FunctionContext context, Column result, int step) {
        double q = arguments[0];
        if (!(q >= 0 && q <= 1) && window.floats().size() > 0) {
            context.sayInvalidQuantile(q);
        }
        QUANTILE.apply(window, arguments, context, result, step);
    }
}
