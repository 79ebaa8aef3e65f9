package io.dawsos.observatory.promql.sliding;

import io.dawsos.observatory.promql.eval.Column;

/** {@code sum_over_time} and {@code avg_over_time}, in {@link TwoParts}. Sums keep what rounding takes off. */
final class SlidingSum implements SlidingFunction {
    private final boolean average;

    SlidingSum(boolean average) {
        this.average = average;
    }

    @Override
    public void apply(double[] values, long[] times, int[] from, int[] to, Column result) {
        new Sums(values, to[to.length - 1], result).slide(from, to, 1);
    }

    private final class Sums extends TwoParts {
        private final double[] values;
        private final double[] olderSums;
        private final double[] olderLost;
        private final Column result;
        private final Sum newer = new Sum();
        private final Sum both = new Sum();

        Sums(double[] values, int size, Column result) {
            this.values = values;
            this.olderSums = new double[size];
            this.olderLost = new double[size];
            this.result = result;
        }

        @Override
        void cut(int first, int end) {
            newer.clear();
            Sum sum = new Sum();
            for (int i = end - 1; i >= first; i--) {
                sum.add(values[i]);
                olderSums[i] = sum.sum;
                olderLost[i] = sum.lost;
            }
        }

        @Override
        void newer(int from, int to) {
            for (int i = from; i < to; i++) {
                newer.add(values[i]);
            }
        }

        @Override
        void window(int step, int first, int cut, int end) {
            both.set(olderSums[first], olderLost[first]);
            both.add(newer);
            result.set(step, value(both, values, first, end));
        }
    }

    private double value(Sum sum, double[] values, int first, int end) {
        if (!average) {
            return sum.value();
        }
        return Double.isInfinite(sum.sum)
                ? mean(values, first, end)
                : sum.sum / (end - first) + sum.lost / (end - first);
    }

    /** The mean where the sum is too large for a double, or infinite: kept up value by value. */
    private static double mean(double[] values, int first, int end) {
        Sum mean = new Sum();
        for (int i = first; i < end; i++) {
            double count = i - first + 1;
            mean.scale((count - 1) / count);
            mean.add(values[i] / count);
        }
        return mean.value();
    }

    /** Neumaier's sum. */
    private static final class Sum {
        private double sum;
        private double lost;

        void clear() {
            set(0, 0);
        }

        void set(double to, double lostBefore) {
            sum = to;
            lost = lostBefore;
        }

        void add(Sum other) {
            add(other.sum);
            lost += other.lost;
        }

        void add(double value) {
            double after = sum + value;
            if (Double.isInfinite(after)) {
                lost = 0;
            } else if (Math.abs(sum) >= Math.abs(value)) {
                lost += (sum - after) + value;
            } else {
                lost += (value - after) + sum;
            }
            sum = after;
        }

        void scale(double factor) {
            sum *= factor;
            lost *= factor;
        }

        double value() {
            return Double.isInfinite(sum) ? sum : sum + lost;
        }
    }
}
