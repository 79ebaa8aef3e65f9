package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.tsdb.head.Head;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Samples of the log, gathered so that those of one series go into the head together. The log has them by time: put in one
 * by one, each would fetch its series from main memory anew, which takes longer than all else.
 */
final class ReplayBuffer {
    private static final int BYTES_PER_SAMPLE = 32;
    private static final int PARTS = 16;

    private final int most;
    private int size;
    private int refs;
    private int[] series = new int[1024];
    private long[] times = new long[1024];
    private double[] values = new double[1024];
    /** Null while no sample is a histogram. */
    private @Nullable NativeHistogram @Nullable [] histograms;
    /** Null while no start timestamp is known. */
    private long @Nullable [] starts;

    /** @param bytes about how many it may take up */
    ReplayBuffer(long bytes) {
        this.most = Math.clamp(bytes / BYTES_PER_SAMPLE, 1024, 1 << 22);
    }

    boolean isFull() {
        return size == most;
    }

    void add(int ref, long time, double value, @Nullable NativeHistogram histogram, long start) {
        room();
        series[size] = ref;
        times[size] = time;
        values[size] = value;
        if (histogram != null && histograms == null) {
            histograms = new NativeHistogram[times.length];
        }
        if (histograms != null) {
            histograms[size] = histogram;
        }
        if (start != 0 && starts == null) {
            starts = new long[times.length];
        }
        if (starts != null) {
            starts[size] = start;
        }
        refs = Math.max(refs, ref + 1);
        size++;
    }

    private void room() {
        if (size < series.length) {
            return;
        }
        int capacity = Math.min(most, series.length * 2);
        series = Arrays.copyOf(series, capacity);
        times = Arrays.copyOf(times, capacity);
        values = Arrays.copyOf(values, capacity);
        histograms = histograms == null ? null : Arrays.copyOf(histograms, capacity);
        starts = starts == null ? null : Arrays.copyOf(starts, capacity);
    }

    /** Puts all into the head, series by series on several cores, and is empty then. */
    void flush(Head head) {
        if (size == 0) {
            return;
        }
        int[] begins = begins();
        int[] order = order(begins);
        IntStream.range(0, PARTS).parallel().forEach(part -> {
            int from = begins[(int) ((long) refs * part / PARTS)];
            int to = begins[(int) ((long) refs * (part + 1) / PARTS)];
            try (Head.Loader loader = head.loader()) {
                for (int i = from; i < to; i++) {
                    put(order[i], loader);
                }
            }
        });
        size = 0;
        refs = 0;
        histograms = null;
        starts = null;
    }

    private void put(int i, Head.Loader loader) {
        NativeHistogram histogram = histograms == null ? null : histograms[i];
        loader.put(series[i], times[i], values[i], histogram, starts == null ? 0 : starts[i]);
    }

    /** Where each series begins when they are in order, and at the end their number. */
    private int[] begins() {
        int[] begins = new int[refs + 1];
        for (int i = 0; i < size; i++) {
            begins[series[i] + 1]++;
        }
        for (int ref = 0; ref < refs; ref++) {
            begins[ref + 1] += begins[ref];
        }
        return begins;
    }

    /** The samples by series, those of one as they came. */
    private int[] order(int[] begins) {
        int[] next = begins.clone();
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            order[next[series[i]]++] = i;
        }
        return order;
    }
}
