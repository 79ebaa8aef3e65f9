package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import java.io.IOException;

/**
 * Gathers a batch and commits it. Nothing is stored before {@link #commit}, and all that it reports as appended is
 * durable when it returns. Then the appender is empty and may be used again. For one thread; any number of appenders
 * may be in use, and those that commit at the same time share the wait for the disk.
 */
public final class Appender {
    private final TimeSeriesStore store;
    private final Batch batch = new Batch();

    Appender(TimeSeriesStore store) {
        this.store = store;
    }

    /** @param timestamp in milliseconds */
    public Appender append(Labels series, long timestamp, double value) {
        batch.add(series, -1, timestamp, value, null);
        return this;
    }

    public Appender append(Labels series, long timestamp, NativeHistogram histogram) {
        batch.add(series, -1, timestamp, Double.NaN, histogram);
        return this;
    }

    /** @param series what {@link TimeSeriesStore#ref} gave */
    public Appender append(int series, long timestamp, double value) {
        batch.add(null, series, timestamp, value, null);
        return this;
    }

    public Appender append(int series, long timestamp, NativeHistogram histogram) {
        batch.add(null, series, timestamp, Double.NaN, histogram);
        return this;
    }

    /** Says when the counter of the sample that was appended last began to count; 0 is unknown. */
    public Appender startedAt(long startTimestamp) {
        if (batch.size == 0) {
            throw new IllegalStateException("startedAt wants a sample before it");
        }
        batch.starts[batch.size - 1] = startTimestamp;
        return this;
    }

    public Appender exemplar(Labels series, Exemplar exemplar) {
        batch.exemplars.add(new Batch.SeriesExemplar(series, exemplar));
        return this;
    }

    /** What is known of a metric; replaces what was known before. */
    public Appender metadata(String metric, MetricMetadata metadata) {
        batch.metadata.add(new Batch.Described(metric, metadata));
        return this;
    }

    /** Samples that wait for the commit. */
    public int size() {
        return batch.size;
    }

    /**
     * Stores the batch, but what is refused. A batch up to 32 MiB of log is there after a crash as a whole or not at
     * all.
     *
     * @throws IOException when it could not be made durable; what was not written is not stored
     */
    public AppendOutcome commit() throws IOException {
        try {
            return store.commit(batch);
        } finally {
            batch.clear();
        }
    }

    /** Forgets the batch. */
    public void rollback() {
        batch.clear();
    }
}
