package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.Samples;

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
}
