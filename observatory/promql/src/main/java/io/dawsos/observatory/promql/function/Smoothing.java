package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.PromQlException.Reason;
import java.util.Locale;

/** Double exponential smoothing, also called Holt linear. */
final class Smoothing {
    private Smoothing() {}

    /**
     * @param factor how much a new value counts, over 0 and under 1
     * @param trendFactor how much a new trend counts, likewise
     */
    static double smooth(FloatView floats, double factor, double trendFactor) {
        check("smoothing factor", "sf", factor);
        check("trend factor", "tf", trendFactor);
        double before = 0;
        double smoothed = floats.values[floats.from];
        double trend = floats.values[floats.from + 1] - smoothed;
        for (int i = floats.from + 1; i < floats.to; i++) {
            if (i > floats.from + 1) {
                trend = trendFactor * (smoothed - before) + (1 - trendFactor) * trend;
            }
            before = smoothed;
            smoothed = factor * floats.values[i] + (1 - factor) * (smoothed + trend);
        }
        return smoothed;
    }

    private static void check(String what, String shortName, double factor) {
        if (!(factor > 0 && factor < 1)) {
            throw new PromQlException(
                    Reason.EXECUTION,
                    String.format(Locale.ROOT, "invalid %s. Expected: 0 < %s < 1, got: %f", what, shortName, factor));
        }
    }
}
