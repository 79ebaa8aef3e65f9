package io.dawsos.observatory.promql.sliding;

import io.dawsos.observatory.promql.eval.Column;

/**
 * {@code deriv}: the slope of the straight line nearest to a window's samples. As {@link SlidingDeviation}, of times and
 * values together. Leaves windows out that hold a single sample, or a value that is not finite.
 */
final class SlidingSlope implements SlidingFunction {
    @Override
    public void apply(double[] values, long[] times, int[] from, int[] to, Column result) {
        new Lines(values, times, to[to.length - 1], result).slide(from, to, 2);
    }

    private static final class Lines extends TwoParts {
        private final double[] values;
        private final long[] times;
        private final Line[] older;
        private final Column result;
        private final Line newer = new Line();
        private int same;

        Lines(double[] values, long[] times, int size, Column result) {
            this.values = values;
            this.times = times;
            this.older = new Line[size];
            this.result = result;
        }

        @Override
        void cut(int first, int end) {
            newer.clear();
            Line line = new Line();
            for (int i = end - 1; i >= first; i--) {
                line.add(seconds(i), values[i]);
                older[i] = line.copy();
            }
        }

        @Override
        void newer(int from, int to) {
            for (int i = from; i < to; i++) {
                newer.add(seconds(i), values[i]);
            }
        }

        /** Since the first sample, for the sake of precision. */
        private double seconds(int i) {
            return (times[i] - times[0]) / 1000.0;
        }

        @Override
        void window(int step, int first, int cut, int end) {
            same = firstOfSame(values, Math.max(same, first), end);
            set(newer, older[first], same == first, values[first], result, step);
        }
    }

    /** From which sample on all are the same as the last, looked for no earlier than where it was before. */
    private static int firstOfSame(double[] values, int from, int end) {
        int i = end - 1;
        while (i > from && values[i - 1] == values[end - 1]) {
            i--;
        }
        return i;
    }

    private static void set(Line newer, Line older, boolean constant, double first, Column result, int step) {
        if (constant && Double.isFinite(first)) {
            result.set(step, 0);
            return;
        }
        double slope = newer.slopeWith(older);
        if (Double.isFinite(slope)) {
            result.set(step, slope);
        }
    }

    /** Count, means, and sums of squared and mixed deviations from them. */
    private static final class Line {
        private double count;
        private double x;
        private double y;
        private double xx;
        private double xy;

        void clear() {
            count = 0;
            x = 0;
            y = 0;
            xx = 0;
            xy = 0;
        }

        Line copy() {
            Line copy = new Line();
            copy.count = count;
            copy.x = x;
            copy.y = y;
            copy.xx = xx;
            copy.xy = xy;
            return copy;
        }

        void add(double time, double value) {
            count++;
            double dx = time - x;
            x += dx / count;
            y += (value - y) / count;
            xx += dx * (time - x);
            xy += dx * (value - y);
        }

        double slopeWith(Line other) {
            double weight = count * other.count / (count + other.count);
            double dx = x - other.x;
            double dy = y - other.y;
            return (xy + other.xy + dx * dy * weight) / (xx + other.xx + dx * dx * weight);
        }
    }
}
