package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.histogram.HistogramMath;
import org.jspecify.annotations.Nullable;

/**
 * What stands at the two edges of an anchored or smoothed range, whose window reaches beyond them.
 *
 * @param first the sample at or before the left edge; the first one when there is none
 * @param last the sample at or before the right edge; smoothed, the one at or after it, or the last one
 * @param leftBetween whether the left value lies between {@code first} and the sample after it
 * @param rightBetween whether the right value lies between {@code last} and the sample before it
 */
record Edges(Window window, int first, int last, boolean leftBetween, boolean rightBetween) {
    /** Null when no sample of the range, or on both sides of it, is there. */
    static @Nullable Edges of(Window window, boolean smoothed) {
        int first = window.from;
        while (first + 1 < window.to && window.samples.timestamp(first + 1) <= window.rangeStart) {
            first++;
        }
        int last = first;
        while (last + 1 < window.to && window.samples.timestamp(last) < window.rangeEnd) {
            last++;
        }
        if (!smoothed && last > first && window.samples.timestamp(last) > window.rangeEnd) {
            last--;
        }
        if (window.samples.timestamp(last) <= window.rangeStart || window.samples.timestamp(first) > window.rangeEnd) {
            return null;
        }
        boolean leftBetween = smoothed && window.samples.timestamp(first) < window.rangeStart;
        boolean rightBetween = smoothed && window.samples.timestamp(last) > window.rangeEnd;
        return new Edges(window, first, last, leftBetween, rightBetween);
    }

    double left(boolean counter) {
        return leftBetween ? between(first, window.rangeStart, counter) : window.samples.value(first);
    }

    double right(boolean counter) {
        return rightBetween ? between(last - 1, window.rangeEnd, counter) : window.samples.value(last);
    }

    /** A counter that was reset between two samples rises from 0 between them. */
    private double between(int i, long time, boolean counter) {
        double before = window.samples.value(i);
        double after = window.samples.value(i + 1);
        double from = counter && after < before ? 0 : before;
        return from + (after - from) * share(i, time);
    }

    private double share(int i, long time) {
        long before = window.samples.timestamp(i);
        return (double) (time - before) / (window.samples.timestamp(i + 1) - before);
    }

    NativeHistogram leftHistogram(boolean counter) {
        return leftBetween
                ? between(
                        window.histogram(first), window.histogram(first + 1), share(first, window.rangeStart), counter)
                : window.histogram(first);
    }

    NativeHistogram rightHistogram(boolean counter) {
        return rightBetween
                ? between(window.histogram(last - 1), window.histogram(last), share(last - 1, window.rangeEnd), counter)
                : window.histogram(last);
    }

    /** What stands between two histograms. */
    static NativeHistogram between(NativeHistogram before, NativeHistogram after, double share, boolean counter) {
        NativeHistogram grown = HistogramMath.scale(after, share);
        return counter && HistogramMath.isCounterReset(before, after)
                ? grown
                : HistogramMath.add(HistogramMath.scale(before, 1 - share), grown)
                        .histogram();
    }
}
