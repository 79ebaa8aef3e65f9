package io.dawsos.observatory.promql.eval;

import java.util.ArrayList;
import java.util.List;

/** The least and the greatest of a parameter's values over all steps. */
record Extremes(double least, double greatest, boolean anyNaN) {
    static Extremes of(double[] values) {
        double least = Double.POSITIVE_INFINITY;
        double greatest = Double.NEGATIVE_INFINITY;
        boolean anyNaN = false;
        for (double value : values) {
            anyNaN |= Double.isNaN(value);
            least = value < least ? value : least;
            greatest = value > greatest ? value : greatest;
        }
        return new Extremes(least, greatest, anyNaN);
    }

    /** Those that a warning names, when a parameter should lie between two bounds. */
    List<Double> outside(double from, double to) {
        List<Double> outside = new ArrayList<>();
        if (anyNaN) {
            outside.add(Double.NaN);
        }
        if (greatest > to) {
            outside.add(greatest);
        }
        if (least < from) {
            outside.add(least);
        }
        return outside;
    }
}
