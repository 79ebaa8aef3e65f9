package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import java.util.function.ToDoubleFunction;

/** Functions of one native histogram; floats have no result. */
final class HistogramValues {
    private HistogramValues() {}

    static ValueFunction of(ToDoubleFunction<NativeHistogram> function) {
        return (value, histogram, arguments, context, result, step) -> {
            if (histogram != null) {
                result.set(step, function.applyAsDouble(histogram));
            }
        };
    }
}
