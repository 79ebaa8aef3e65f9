package io.dawsos.observatory.promql.sliding;

import io.dawsos.observatory.promql.eval.Column;
import org.jspecify.annotations.Nullable;

/** A function over ranges of floats, for all windows of one series. */
public sealed interface SlidingFunction permits SlidingCount, SlidingExtreme, SlidingSum, SlidingDeviation {
    /**
     * Sets the cells of all windows that hold a sample.
     *
     * @param values the series' floats, by time
     * @param from the first sample of each window, ascending
     * @param to the one after its last, ascending
     */
    void apply(double[] values, int[] from, int[] to, Column result);

    /** The function of a name; null where there is none that slides. */
    static @Nullable SlidingFunction of(String name) {
        return switch (name) {
            case "count_over_time" -> new SlidingCount();
            case "min_over_time" -> new SlidingExtreme(false);
            case "max_over_time" -> new SlidingExtreme(true);
            case "sum_over_time" -> new SlidingSum(false);
            case "avg_over_time" -> new SlidingSum(true);
            case "stddev_over_time" -> new SlidingDeviation(true);
            case "stdvar_over_time" -> new SlidingDeviation(false);
            default -> null;
        };
    }
}
