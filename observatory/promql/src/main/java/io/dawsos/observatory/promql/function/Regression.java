package io.dawsos.observatory.promql.function;

/** The straight line nearest to a window's floats, by least squares. Used for one window after another. */
final class Regression {
    private final CompensatedSum x = new CompensatedSum();
    private final CompensatedSum y = new CompensatedSum();
    private final CompensatedSum xy = new CompensatedSum();
    private final CompensatedSum xx = new CompensatedSum();

    /** Its slope, a second. */
    double slope(FloatView floats) {
        // Times count from near the samples, for the sake of rounding.
        return line(floats, floats.times[floats.from], 0, true);
    }

    /**
     * Its value some seconds after a time.
     *
     * @param origin in milliseconds
     * @param ahead in seconds
     */
    double predict(FloatView floats, long origin, double ahead) {
        return line(floats, origin, ahead, false);
    }

    private double line(FloatView floats, long origin, double ahead, boolean slopeOnly) {
        double first = floats.values[floats.from];
        if (allAre(first, floats)) {
            if (Double.isInfinite(first)) {
                return Double.NaN;
            }
            return slopeOnly ? 0 : first + 0 * ahead;
        }
        gather(floats, origin);
        double n = floats.size();
        double slope = (xy.value() - x.value() * y.value() / n) / (xx.value() - x.value() * x.value() / n);
        return slopeOnly ? slope : y.value() / n - slope * x.value() / n + slope * ahead;
    }

    private void gather(FloatView floats, long origin) {
        x.clear();
        y.clear();
        xy.clear();
        xx.clear();
        for (int i = floats.from; i < floats.to; i++) {
            double seconds = (floats.times[i] - origin) / 1000.0;
            x.add(seconds);
            y.add(floats.values[i]);
            xy.add(seconds * floats.values[i]);
            xx.add(seconds * seconds);
        }
    }

    private static boolean allAre(double value, FloatView floats) {
        for (int i = floats.from + 1; i < floats.to; i++) {
            if (floats.values[i] != value) {
                return false;
            }
        }
        return true;
    }
}
