package io.dawsos.observatory.promql.function;

/** Statistics of a window's floats, of which there is at least one. NaNs count only where nothing else is there. */
final class FloatStatistics {
    private FloatStatistics() {}

    static double min(FloatView floats) {
        double min = Double.NaN;
        for (int i = floats.from; i < floats.to; i++) {
            double value = floats.values[i];
            if (value < min || Double.isNaN(min)) {
                min = value;
            }
        }
        return min;
    }

    static double max(FloatView floats) {
        double max = Double.NaN;
        for (int i = floats.from; i < floats.to; i++) {
            double value = floats.values[i];
            if (value > max || Double.isNaN(max)) {
                max = value;
            }
        }
        return max;
    }

    /** When the smallest was seen last, in seconds. */
    static double timeOfMin(FloatView floats) {
        int at = floats.from;
        for (int i = floats.from + 1; i < floats.to; i++) {
            if (floats.values[i] <= floats.values[at] || Double.isNaN(floats.values[at])) {
                at = i;
            }
        }
        return floats.times[at] / 1000.0;
    }

    /** When the largest was seen last, in seconds. */
    static double timeOfMax(FloatView floats) {
        int at = floats.from;
        for (int i = floats.from + 1; i < floats.to; i++) {
            if (floats.values[i] >= floats.values[at] || Double.isNaN(floats.values[at])) {
                at = i;
            }
        }
        return floats.times[at] / 1000.0;
    }

    /** The population's variance, by Welford's method. */
    static double variance(FloatView floats) {
        CompensatedSum mean = new CompensatedSum();
        CompensatedSum squares = new CompensatedSum();
        double count = 0;
        for (int i = floats.from; i < floats.to; i++) {
            double value = floats.values[i];
            count++;
            double delta = value - mean.value();
            mean.add(delta / count);
            squares.add(delta * (value - mean.value()));
        }
        return squares.value() / count;
    }

    /** Linear between the two nearest; under 0 -Inf, over 1 +Inf. */
    static double quantile(double q, FloatView floats) {
        return quantile(q, floats.sorted(), floats.size());
    }

    /** The median distance from the median. */
    static double medianDeviation(FloatView floats) {
        double median = quantile(0.5, floats);
        double[] distances = floats.scratch();
        for (int i = 0; i < floats.size(); i++) {
            distances[i] = Math.abs(floats.values[floats.from + i] - median);
        }
        FloatView.sort(distances, floats.size());
        return quantile(0.5, distances, floats.size());
    }

    private static double quantile(double q, double[] sorted, int size) {
        if (Double.isNaN(q)) {
            return Double.NaN;
        }
        if (q < 0 || q > 1) {
            return q < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double rank = q * (size - 1);
        int lower = (int) rank;
        int upper = Math.min(size - 1, lower + 1);
        double weight = rank - lower;
        return sorted[lower] * (1 - weight) + sorted[upper] * weight;
    }
}
