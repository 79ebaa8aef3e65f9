package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.function.Window;

/** What one thread of a query works with: buffers that are used again from row to row. */
final class Worker {
    final Samples samples = new Samples(128);
    final Window window = new Window();
    final Stopwatch watch;
    /** The first sample of each window, and the one after its last, in {@link #samples}. */
    int[] from = {};

    int[] to = {};
    private final Limits limits;

    Worker(Limits limits, boolean explain) {
        this.limits = limits;
        this.watch = new Stopwatch(explain);
    }

    Limits limits() {
        return limits;
    }

    /** Finds the windows' samples; returns how many they are, a sample counted as often as it is in a window. */
    long windows(Windows windows) {
        Moved times = windows.times();
        if (from.length != times.count()) {
            from = new int[times.count()];
            to = new int[times.count()];
        }
        long[] at = samples.timestamps();
        int first = 0;
        int end = 0;
        long all = 0;
        for (int step = 0; step < from.length; step++) {
            long edge = times.at(step);
            while (end < samples.size() && at[end] <= edge + windows.after()) {
                end++;
            }
            while (first < end && at[first] <= edge - windows.range() - windows.before()) {
                first++;
            }
            from[step] = first;
            to[step] = end;
            all += end - first;
        }
        return all;
    }
}
