package io.dawsos.observatory.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Samples of one series in columns, by ascending time: a buffer that a reader fills and an evaluation goes through.
 * A sample is a float, or a native histogram (its value is then NaN). Grows; {@link #clear()} keeps the room. For one
 * thread. The arrays that are handed out are the buffer's own, valid up to {@link #size()} and until the next append.
 */
public final class Samples {
    private long[] timestamps;
    private double[] values;
    private @Nullable NativeHistogram @Nullable [] histograms;
    private long @Nullable [] startTimestamps;
    private int size;

    public Samples() {
        this(128);
    }

    public Samples(int capacity) {
        timestamps = new long[capacity];
        values = new double[capacity];
    }

    public void append(long timestamp, double value) {
        room();
        timestamps[size] = timestamp;
        values[size++] = value;
    }

    public void append(long timestamp, NativeHistogram histogram) {
        room();
        if (histograms == null) {
            histograms = new NativeHistogram[timestamps.length];
        }
        timestamps[size] = timestamp;
        values[size] = Double.NaN;
        histograms[size++] = histogram;
    }

    /** Notes when the counter of the sample that was appended last began to count; 0 is unknown. */
    public void startedAt(long startTimestamp) {
        if (startTimestamps == null) {
            startTimestamps = new long[timestamps.length];
        }
        startTimestamps[size - 1] = startTimestamp;
    }

    /** Appends the floats from {@code start} up to {@code end}, not included, of two columns. */
    public void append(long[] moreTimestamps, double[] moreValues, int start, int end) {
        int count = end - start;
        room(count);
        System.arraycopy(moreTimestamps, start, timestamps, size, count);
        System.arraycopy(moreValues, start, values, size, count);
        if (startTimestamps != null) {
            Arrays.fill(startTimestamps, size, size + count, 0);
        }
        size += count;
    }

    private void room() {
        room(1);
    }

    private void room(int count) {
        if (size + count <= timestamps.length) {
            return;
        }
        int capacity = Math.max(16, Math.max(size * 2, size + count));
        timestamps = Arrays.copyOf(timestamps, capacity);
        values = Arrays.copyOf(values, capacity);
        if (histograms != null) {
            histograms = Arrays.copyOf(histograms, capacity);
        }
        if (startTimestamps != null) {
            startTimestamps = Arrays.copyOf(startTimestamps, capacity);
        }
    }

    public int size() {
        return size;
    }

    public long timestamp(int i) {
        return timestamps[i];
    }

    /** The i-th value; NaN where the sample is a histogram. */
    public double value(int i) {
        return values[i];
    }

    /** The i-th sample's histogram, null where it is a float. */
    public @Nullable NativeHistogram histogram(int i) {
        return histograms == null ? null : histograms[i];
    }

    /** When the i-th sample's counter began to count; 0 when unknown. */
    public long startTimestamp(int i) {
        return startTimestamps == null ? 0 : startTimestamps[i];
    }

    /** Whether any sample was a histogram since the last clear. */
    public boolean hasHistograms() {
        return histograms != null;
    }

    public long[] timestamps() {
        return timestamps;
    }

    public double[] values() {
        return values;
    }

    /** Puts another histogram in the i-th sample's place. */
    public void replace(int i, NativeHistogram histogram) {
        if (histograms == null) {
            throw new IllegalStateException("no sample of the buffer is a histogram");
        }
        histograms[i] = histogram;
    }

    /** Takes the stale markers out, which end a series but are no values. */
    public void dropStale() {
        int kept = firstStale();
        for (int i = kept; i < size; i++) {
            if (!isStale(i)) {
                move(i, kept++);
            }
        }
        size = kept;
    }

    private int firstStale() {
        int i = 0;
        while (i < size && !isStale(i)) {
            i++;
        }
        return i;
    }

    /** Whether the i-th sample is a stale marker. */
    public boolean isStale(int i) {
        double value = values[i];
        if (!Double.isNaN(value)) {
            return false;
        }
        NativeHistogram histogram = histogram(i);
        return histogram == null ? StaleMarker.is(value) : histogram.isStale();
    }

    private void move(int from, int to) {
        timestamps[to] = timestamps[from];
        values[to] = values[from];
        if (histograms != null) {
            histograms[to] = histograms[from];
        }
        if (startTimestamps != null) {
            startTimestamps[to] = startTimestamps[from];
        }
    }

    /** Forgets the samples from an index on. */
    public void truncate(int newSize) {
        if (newSize >= size) {
            return;
        }
        if (histograms != null) {
            Arrays.fill(histograms, newSize, size, null);
        }
        if (startTimestamps != null) {
            Arrays.fill(startTimestamps, newSize, size, 0);
        }
        size = newSize;
    }

    /** Forgets all samples. */
    public void clear() {
        size = 0;
        histograms = null;
        startTimestamps = null;
    }
}
