package io.dawsos.observatory.tsdb.codec;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Samples of one kind, floats or histograms, by ascending time, a timestamp once: what a chunk holds, unpacked. For one
 * thread at a time.
 */
public final class SampleRun {
    long[] times;
    double[] values;
    /** As long as the times when these are histograms, else null. */
    @Nullable
    NativeHistogram @Nullable [] histograms;
    /** As long as the times when any start timestamp is known, else null. */
    long @Nullable [] starts;

    int size;

    public SampleRun(int capacity) {
        times = new long[capacity];
        values = new double[capacity];
    }

    /** @param histogram null where the sample is a float */
    public void append(long time, double value, @Nullable NativeHistogram histogram, long start) {
        insert(size, time, value, histogram, start);
    }

    /** Puts a sample where its time belongs; the caller has made sure that its time is new and its kind the same. */
    public void insert(long time, double value, @Nullable NativeHistogram histogram, long start) {
        insert(-1 - Arrays.binarySearch(times, 0, size, time), time, value, histogram, start);
    }

    private void insert(int at, long time, double value, @Nullable NativeHistogram histogram, long start) {
        room(size + 1);
        int after = size - at;
        System.arraycopy(times, at, times, at + 1, after);
        System.arraycopy(values, at, values, at + 1, after);
        times[at] = time;
        values[at] = value;
        if (histogram != null && histograms == null) {
            histograms = new NativeHistogram[times.length];
        }
        if (histograms != null) {
            System.arraycopy(histograms, at, histograms, at + 1, after);
            histograms[at] = histogram;
        }
        if (start != 0 && starts == null) {
            starts = new long[times.length];
        }
        if (starts != null) {
            System.arraycopy(starts, at, starts, at + 1, after);
            starts[at] = start;
        }
        size++;
    }

    public void appendAll(SampleRun other) {
        for (int i = 0; i < other.size; i++) {
            append(other.times[i], other.values[i], other.histogram(i), other.start(i));
        }
    }

    void room(int count) {
        if (count <= times.length) {
            return;
        }
        int capacity = Math.max(count, times.length * 2);
        times = Arrays.copyOf(times, capacity);
        values = Arrays.copyOf(values, capacity);
        if (histograms != null) {
            histograms = Arrays.copyOf(histograms, capacity);
        }
        if (starts != null) {
            starts = Arrays.copyOf(starts, capacity);
        }
    }

    public int size() {
        return size;
    }

    public long time(int i) {
        return times[i];
    }

    public double value(int i) {
        return values[i];
    }

    public @Nullable NativeHistogram histogram(int i) {
        return histograms == null ? null : histograms[i];
    }

    public long start(int i) {
        return starts == null ? 0 : starts[i];
    }

    public boolean isHistograms() {
        return histograms != null;
    }

    /** The index of a time, or {@code -1 - the index where it would be}. */
    public int find(long time) {
        return Arrays.binarySearch(times, 0, size, time);
    }

    public void clear() {
        size = 0;
        histograms = null;
        starts = null;
    }

    /** Whether another run's samples are at the same times. */
    public boolean hasTimesOf(SampleRun other) {
        return Arrays.equals(times, 0, size, other.times, 0, other.size);
    }

    /** A copy that has the times alone. */
    public SampleRun timesOnly() {
        SampleRun copy = new SampleRun(0);
        copy.times = Arrays.copyOf(times, size);
        copy.size = size;
        return copy;
    }

    /** A copy of the samples from one index up to another, not included. */
    public SampleRun slice(int from, int to) {
        SampleRun slice = new SampleRun(Math.max(1, to - from));
        for (int i = from; i < to; i++) {
            slice.append(times[i], values[i], histogram(i), start(i));
        }
        return slice;
    }

    /** Appends the samples of a time, both ends included. */
    public void copyTo(long from, long to, Samples into) {
        int start = Math.max(0, insertion(from));
        int end = to == Long.MAX_VALUE ? size : insertion(to + 1);
        if (histograms == null) {
            if (start < end && starts == null) {
                into.append(times, values, start, end);
                return;
            }
        }
        for (int i = start; i < end; i++) {
            if (histograms == null) {
                into.append(times[i], values[i]);
            } else {
                into.append(times[i], Objects.requireNonNull(histograms[i]));
            }
            if (starts != null && starts[i] != 0) {
                into.startedAt(starts[i]);
            }
        }
    }

    private int insertion(long time) {
        int at = find(time);
        return at < 0 ? -1 - at : at;
    }
}
