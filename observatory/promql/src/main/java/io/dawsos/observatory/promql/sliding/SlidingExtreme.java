package io.dawsos.observatory.promql.sliding;

import io.dawsos.observatory.promql.eval.Column;

/**
 * {@code min_over_time} and {@code max_over_time}. Keeps those samples of the window that no later one exceeds, in a
 * queue whose head is the extreme. NaN only where there is nothing else.
 */
final class SlidingExtreme implements SlidingFunction {
    private final boolean max;

    SlidingExtreme(boolean max) {
        this.max = max;
    }

    @Override
    public void apply(double[] values, long[] times, int[] from, int[] to, Column result) {
        int[] queue = new int[to[to.length - 1]];
        int head = 0;
        int tail = 0;
        int next = 0;
        for (int step = 0; step < from.length; step++) {
            next = Math.max(next, from[step]);
            for (; next < to[step]; next++) {
                double value = values[next];
                if (Double.isNaN(value)) {
                    continue;
                }
                while (tail > head && !exceeds(values[queue[tail - 1]], value)) {
                    tail--;
                }
                queue[tail++] = next;
            }
            while (head < tail && queue[head] < from[step]) {
                head++;
            }
            if (from[step] < to[step]) {
                result.set(step, head < tail ? values[queue[head]] : Double.NaN);
            }
        }
    }

    private boolean exceeds(double value, double other) {
        return max ? value > other : value < other;
    }
}
