package io.dawsos.observatory.promql.function;

/** A sum that keeps what rounding takes off (Neumaier's variant of Kahan's summation). */
final class CompensatedSum {
    private double sum;
    private double lost;

    void clear() {
        sum = 0;
        lost = 0;
    }

    void add(double value) {
        double next = sum + value;
        if (Double.isInfinite(next)) {
            lost = 0;
        } else if (Math.abs(sum) >= Math.abs(value)) {
            lost += (sum - next) + value;
        } else {
            lost += (value - next) + sum;
        }
        sum = next;
    }

    /** Whether one more would be too large for a double. */
    boolean overflowsWith(double value) {
        return Double.isInfinite(sum + value);
    }

    void scale(double factor) {
        sum *= factor;
        lost *= factor;
    }

    void divide(double divisor) {
        sum /= divisor;
        lost /= divisor;
    }

    double value() {
        return Double.isInfinite(sum) ? sum : sum + lost;
    }

    /** The sum by a count, divided before what was lost is added, so that it does not overflow. */
    double by(double count) {
        return sum / count + lost / count;
    }
}
