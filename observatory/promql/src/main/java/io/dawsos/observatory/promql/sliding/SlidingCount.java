package io.dawsos.observatory.promql.sliding;

import io.dawsos.observatory.promql.eval.Column;

/** {@code count_over_time}. */
final class SlidingCount implements SlidingFunction {
    @Override
    public void apply(double[] values, long[] times, int[] from, int[] to, Column result) {
        for (int step = 0; step < from.length; step++) {
            if (from[step] < to[step]) {
                result.set(step, to[step] - from[step]);
            }
        }
    }
}
