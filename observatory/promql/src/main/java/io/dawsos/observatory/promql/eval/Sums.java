package io.dawsos.observatory.promql.eval;

/**
 * A running sum at every step with Neumaier's compensation, so that the order of the summands and their sizes hardly
 * matter.
 */
final class Sums {
    final double[] sum;
    final double[] lost;

    Sums(int steps) {
        sum = new double[steps];
        lost = new double[steps];
    }

    void add(int step, double value) {
        double before = sum[step];
        double after = before + value;
        if (Double.isInfinite(after)) {
            lost[step] = 0;
        } else if (Math.abs(before) >= Math.abs(value)) {
            lost[step] += (before - after) + value;
        } else {
            lost[step] += (value - after) + before;
        }
        sum[step] = after;
    }

    double get(int step) {
        return sum[step] + lost[step];
    }
}
