package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import java.util.Objects;

/**
 * A range vector's view of one series at one step: the samples {@code from} (included) to {@code to} (excluded) of a
 * buffer without stale markers. One object is moved along the steps: keep nothing of it.
 */
public final class Window {
    Samples samples = new Samples(0);
    int from;
    int to;
    long rangeStart;
    long rangeEnd;
    long stepTime;
    private final FloatView floats = new FloatView();
    private final Drops drops = new Drops();

    /**
     * Moves the window.
     *
     * @param rangeStart left edge in milliseconds, itself outside of the range
     * @param rangeEnd right edge, inside
     * @param stepTime the step's time, which offset and {@code @} have not moved
     */
    public void move(Samples samples, int from, int to, long rangeStart, long rangeEnd, long stepTime) {
        this.samples = samples;
        this.from = from;
        this.to = to;
        this.rangeStart = rangeStart;
        this.rangeEnd = rangeEnd;
        this.stepTime = stepTime;
    }

    public Samples samples() {
        return samples;
    }

    public int from() {
        return from;
    }

    public int to() {
        return to;
    }

    public int size() {
        return to - from;
    }

    public long rangeStart() {
        return rangeStart;
    }

    public long rangeEnd() {
        return rangeEnd;
    }

    public long stepTime() {
        return stepTime;
    }

    /** Its floats, without the histograms. */
    FloatView floats() {
        return floats.over(samples, from, to);
    }

    /**
     * What a counter had come to before each of its resets, where all samples are floats.
     *
     * @param series stands for the series: one object for all windows of its buffer, and for no other
     */
    double lost(Object series) {
        return drops.lost(samples, from, to, series);
    }

    /** How many of its samples are histograms. */
    int histograms() {
        if (!samples.hasHistograms()) {
            return 0;
        }
        int histograms = 0;
        for (int i = from; i < to; i++) {
            histograms += samples.histogram(i) == null ? 0 : 1;
        }
        return histograms;
    }

    /**
     * The i-th sample of the buffer, which is a histogram.
     *
     * @throws NullPointerException when it is a float
     */
    NativeHistogram histogram(int i) {
        return Objects.requireNonNull(samples.histogram(i), "the sample is a float");
    }

    /** The length of the range in seconds. */
    double seconds() {
        return (rangeEnd - rangeStart) / 1000.0;
    }
}
