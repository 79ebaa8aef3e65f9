package io.dawsos.observatory.promql.sliding;

import io.dawsos.observatory.promql.eval.Column;
import org.jspecify.annotations.Nullable;

/** A function over ranges of floats, for all windows of one series. */
public sealed interface SlidingFunction permits SlidingCount, SlidingExtreme, SlidingSum, SlidingDeviation, SlidingSlope {
    /**
     * Sets the cells of the windows that it can work out; those that are left empty are to be worked out by themselves.
     *
     * @param values the series' floats
     * @param times their times, ascending
     * @param from the first sample of each window, ascending
     * @param to the one after its last, ascending
     */
    void apply(double[] values, long[] times, int[] from, int[] to, Column result);

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
            case "deriv" -> new SlidingSlope();
            default -> null;
        };
    }
}
