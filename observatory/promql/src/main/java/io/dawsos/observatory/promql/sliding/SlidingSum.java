package io.dawsos.observatory.promql.sliding;

import io.dawsos.observatory.promql.eval.Column;

/**
 * {@code sum_over_time} and {@code avg_over_time}. A window is cut in two: of the older part there is a sum from each
 * sample to the cut, of the newer one a running sum; nothing is ever subtracted. When the older part has slid out, the
 * cut moves to the newest sample. Sums keep what rounding takes off.
 */
final class SlidingSum implements SlidingFunction {
    private final boolean average;

    SlidingSum(boolean average) {
        this.average = average;
    }

    @Override
    public void apply(double[] values, long[] times, int[] from, int[] to, Column result) {
        double[] olderSums = new double[to[to.length - 1]];
        double[] olderLost = new double[olderSums.length];
        Sum newer = new Sum();
        Sum both = new Sum();
        int cut = 0;
        int next = 0;
        for (int step = 0; step < from.length; step++) {
            int first = from[step];
            int end = to[step];
            if (first >= end) {
                continue;
            }
            if (first >= cut) {
                older(values, first, end, olderSums, olderLost);
                newer.clear();
                cut = end;
                next = end;
            }
            for (; next < end; next++) {
                newer.add(values[next]);
            }
            both.set(olderSums[first], olderLost[first]);
            both.add(newer);
            result.set(step, value(both, values, first, end));
        }
    }

    private static void older(double[] values, int first, int end, double[] sums, double[] lost) {
        Sum sum = new Sum();
        for (int i = end - 1; i >= first; i--) {
            sum.add(values[i]);
            sums[i] = sum.sum;
            lost[i] = sum.lost;
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
