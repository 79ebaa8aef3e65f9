package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.Samples;
import java.util.Arrays;

/**
 * The floats of a window, {@code from} (included) to {@code to} (excluded) in {@code values} and {@code times}. Where the
 * window has no histograms these are the buffer's own arrays, else copies. Valid until the window moves.
 */
final class FloatView {
    double[] values = {};
    long[] times = {};
    int from;
    int to;
    /** Whether the window holds histograms, which this leaves out. */
    boolean histogramsToo;

    private double[] copiedValues = {};
    private long[] copiedTimes = {};
    private double[] scratch = {};

    FloatView over(Samples samples, int first, int last) {
        histogramsToo = false;
        if (samples.hasHistograms()) {
            copy(samples, first, last);
        } else {
            values = samples.values();
            times = samples.timestamps();
            from = first;
            to = last;
        }
        return this;
    }

    private void copy(Samples samples, int first, int last) {
        if (copiedValues.length < last - first) {
            copiedValues = new double[last - first];
            copiedTimes = new long[last - first];
        }
        int size = 0;
        for (int i = first; i < last; i++) {
            if (samples.histogram(i) == null) {
                copiedValues[size] = samples.value(i);
                copiedTimes[size++] = samples.timestamp(i);
            }
        }
        histogramsToo = size < last - first;
        values = copiedValues;
        times = copiedTimes;
        from = 0;
        to = size;
    }

    int size() {
        return to - from;
    }

    /** Room for as many numbers as there are floats, kept from window to window. */
    double[] scratch() {
        if (scratch.length < size()) {
            scratch = new double[Math.max(size(), 2 * scratch.length)];
        }
        return scratch;
    }

    /** The values in ascending order, NaNs first, in the scratch. */
    double[] sorted() {
        double[] sorted = scratch();
        System.arraycopy(values, from, sorted, 0, size());
        sort(sorted, size());
        return sorted;
    }

    /** Sorts the first {@code size} numbers, NaNs first. */
    static void sort(double[] numbers, int size) {
        Arrays.sort(numbers, 0, size);
        int nans = 0;
        while (nans < size && Double.isNaN(numbers[size - 1 - nans])) {
            nans++;
        }
        if (nans > 0) {
            System.arraycopy(numbers, 0, numbers, nans, size - nans);
            Arrays.fill(numbers, 0, nans, Double.NaN);
        }
    }
}
