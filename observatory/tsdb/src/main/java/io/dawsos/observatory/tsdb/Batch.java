package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an appender gathered: samples in columns, exemplars and metadata. */
final class Batch {
    /** A series by its labels, or null where it is by its int. */
    @Nullable
    Labels[] labels = new @Nullable Labels[64];

    int[] refs = new int[64];
    long[] times = new long[64];
    double[] values = new double[64];

    @Nullable
    NativeHistogram[] histograms = new @Nullable NativeHistogram[64];

    long[] starts = new long[64];
    int size;

    record SeriesExemplar(Labels series, Exemplar exemplar) {}

    record Described(String metric, MetricMetadata metadata) {}

    final List<SeriesExemplar> exemplars = new ArrayList<>();
    final List<Described> metadata = new ArrayList<>();

    void add(@Nullable Labels series, int ref, long time, double value, @Nullable NativeHistogram histogram) {
        if (size == times.length) {
            grow();
        }
        labels[size] = series;
        refs[size] = ref;
        times[size] = time;
        values[size] = value;
        histograms[size] = histogram;
        starts[size++] = 0;
    }

    private void grow() {
        int capacity = size * 2;
        labels = Arrays.copyOf(labels, capacity);
        refs = Arrays.copyOf(refs, capacity);
        times = Arrays.copyOf(times, capacity);
        values = Arrays.copyOf(values, capacity);
        histograms = Arrays.copyOf(histograms, capacity);
        starts = Arrays.copyOf(starts, capacity);
    }

    void clear() {
        Arrays.fill(labels, 0, size, null);
        Arrays.fill(histograms, 0, size, null);
        size = 0;
        exemplars.clear();
        metadata.clear();
    }
}
