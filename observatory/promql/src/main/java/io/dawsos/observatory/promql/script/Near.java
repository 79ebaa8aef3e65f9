package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.StaleMarker;
import java.util.ArrayList;
import java.util.List;

/** Whether values are equal but for rounding: relative to their sum, by a millionth. */
final class Near {
    private static final double EPSILON = 1e-6;

    private Near() {}

    static boolean equal(double a, double b) {
        if (StaleMarker.is(a) || StaleMarker.is(b)) {
            return StaleMarker.is(a) && StaleMarker.is(b);
        }
        if (Double.isNaN(a) && Double.isNaN(b) || a == b) {
            return true;
        }
        double sum = Math.abs(a) + Math.abs(b);
        double difference = Math.abs(a - b);
        if (a == 0 || b == 0 || sum < Double.MIN_NORMAL) {
            return difference < EPSILON * Double.MIN_NORMAL;
        }
        return difference / Math.min(sum, Double.MAX_VALUE) < EPSILON;
    }

    static boolean equal(SequenceValue.Histogram wanted, NativeHistogram got) {
        NativeHistogram expected = wanted.value();
        return expected.schema() == got.schema()
                && equal(expected.count(), got.count())
                && equal(expected.sum(), got.sum())
                && expected.customBoundaries().equals(got.customBoundaries())
                && expected.zeroThreshold() == got.zeroThreshold()
                && equal(expected.zeroCount(), got.zeroCount())
                && equal(expected.positive(), got.positive())
                && equal(expected.negative(), got.negative())
                && (!wanted.resetGiven() || expected.counterReset() == got.counterReset());
    }

    /** Empty buckets say nothing. */
    private static boolean equal(Buckets a, Buckets b) {
        List<Integer> left = filled(a);
        List<Integer> right = filled(b);
        if (left.size() != right.size()) {
            return false;
        }
        for (int i = 0; i < left.size(); i++) {
            int l = left.get(i);
            int r = right.get(i);
            if (a.index(l) != b.index(r) || !equal(a.count(l), b.count(r))) {
                return false;
            }
        }
        return true;
    }

    private static List<Integer> filled(Buckets buckets) {
        List<Integer> filled = new ArrayList<>();
        for (int i = 0; i < buckets.size(); i++) {
            if (buckets.count(i) != 0) {
                filled.add(i);
            }
        }
        return filled;
    }
}
