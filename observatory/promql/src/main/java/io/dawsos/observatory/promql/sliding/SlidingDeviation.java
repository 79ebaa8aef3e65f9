package io.dawsos.observatory.promql.sliding;

import io.dawsos.observatory.promql.eval.Column;

/**
 * {@code stddev_over_time} and {@code stdvar_over_time}: mean and squared deviations of {@link TwoParts}, put
 * together after Chan, Golub and LeVeque.
 */
final class SlidingDeviation implements SlidingFunction {
    private final boolean root;

    SlidingDeviation(boolean root) {
        this.root = root;
    }

    @Override
    public void apply(double[] values, long[] times, int[] from, int[] to, Column result) {
        new Deviations(values, to[to.length - 1], result).slide(from, to, 1);
    }

    private final class Deviations extends TwoParts {
        private final double[] values;
        private final double[] olderMeans;
        private final double[] olderSquares;
        private final Column result;
        private final Moments newer = new Moments();

        Deviations(double[] values, int size, Column result) {
            this.values = values;
            this.olderMeans = new double[size];
            this.olderSquares = new double[size];
            this.result = result;
        }

        @Override
        void cut(int first, int end) {
            newer.clear();
            Moments moments = new Moments();
            for (int i = end - 1; i >= first; i--) {
                moments.add(values[i]);
                olderMeans[i] = moments.mean;
                olderSquares[i] = moments.squares;
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
            double variance = newer.with(cut - first, olderMeans[first], olderSquares[first]) / (end - first);
            result.set(step, root ? Math.sqrt(variance) : variance);
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
