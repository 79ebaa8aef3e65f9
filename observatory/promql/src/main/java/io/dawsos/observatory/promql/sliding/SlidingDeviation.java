package io.dawsos.observatory.promql.sliding;

import io.dawsos.observatory.promql.eval.Column;

/**
 * {@code stddev_over_time} and {@code stdvar_over_time}: as {@link SlidingSum}, with mean and squared deviations of each
 * part, put together after Chan, Golub and LeVeque.
 */
final class SlidingDeviation implements SlidingFunction {
    private final boolean root;

    SlidingDeviation(boolean root) {
        this.root = root;
    }

    @Override
    public void apply(double[] values, long[] times, int[] from, int[] to, Column result) {
        double[] olderMeans = new double[to[to.length - 1]];
        double[] olderSquares = new double[olderMeans.length];
        Moments newer = new Moments();
        int cut = 0;
        int next = 0;
        for (int step = 0; step < from.length; step++) {
            int first = from[step];
            int end = to[step];
            if (first >= end) {
                continue;
            }
            if (first >= cut) {
                older(values, first, end, olderMeans, olderSquares);
                newer.clear();
                cut = end;
                next = end;
            }
            for (; next < end; next++) {
                newer.add(values[next]);
            }
            double variance = newer.with(cut - first, olderMeans[first], olderSquares[first]) / (end - first);
            result.set(step, root ? Math.sqrt(variance) : variance);
        }
    }

    private static void older(double[] values, int first, int end, double[] means, double[] squares) {
        Moments moments = new Moments();
        for (int i = end - 1; i >= first; i--) {
            moments.add(values[i]);
            means[i] = moments.mean;
            squares[i] = moments.squares;
        }
    }

    /** Count, mean, and sum of squared deviations from it. */
    private static final class Moments {
        private double count;
        private double mean;
        private double squares;

        void clear() {
            count = 0;
            mean = 0;
            squares = 0;
        }

        void add(double value) {
            count++;
            double delta = value - mean;
            mean += delta / count;
            squares += delta * (value - mean);
        }

        /** The squared deviations of these and of others. */
        double with(double otherCount, double otherMean, double otherSquares) {
            if (count == 0) {
                return otherSquares;
            }
            double delta = mean - otherMean;
            return squares + otherSquares + delta * delta * count * otherCount / (count + otherCount);
        }
    }
}
