package io.dawsos.observatory.promql.function;

/** {@code clamp}, {@code clamp_min} and {@code clamp_max}; between bounds that cross there is nothing. */
final class Clamp {
    private Clamp() {}

    static final ValueFunction BOTH = (value, histogram, arguments, context, result, step) -> {
        if (histogram == null && !(arguments[1] < arguments[0])) {
            result.set(step, Math.max(arguments[0], Math.min(arguments[1], value)));
        }
    };

    static final ValueFunction MIN = (value, histogram, arguments, context, result, step) -> {
        if (histogram == null) {
            result.set(step, Math.max(arguments[0], value));
        }
    };

    static final ValueFunction MAX = (value, histogram, arguments, context, result, step) -> {
        if (histogram == null) {
            result.set(step, Math.min(arguments[0], value));
        }
    };
}
