package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.Samples;

/** What the times at which a counter began to count say of resets between its samples. Unknown ones are 0. */
final class StartTimes {
    private StartTimes() {}

    /**
     * Whether the counter of a sample began anew since the one before: after it, or just at it where that one's own start
     * was known and earlier (else it is a count of which the start is not known).
     */
    static boolean reset(Samples samples, int i) {
        long start = samples.startTimestamp(i);
        long before = samples.timestamp(i - 1);
        if (start == 0 || start < before || start >= samples.timestamp(i)) {
            return false;
        }
        long startBefore = samples.startTimestamp(i - 1);
        return start > before || (startBefore != 0 && startBefore < before);
    }

    /** Whether a sample counts from before the one before it, and yet from another time. */
    static boolean overlaps(Samples samples, int i) {
        long start = samples.startTimestamp(i);
        return start != 0 && start < samples.timestamp(i - 1) && start != samples.startTimestamp(i - 1);
    }

    /** Whether any does, of a window. */
    static boolean anyOverlaps(Window window) {
        for (int i = window.from + 1; i < window.to; i++) {
            if (overlaps(window.samples, i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the counter of the window's first sample began within the range, and so stood at 0 then. */
    static boolean beganInside(Window window) {
        long start = window.samples.startTimestamp(window.from);
        return start != 0 && start > window.rangeStart && start < window.samples.timestamp(window.from);
    }
}
