package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import java.io.IOException;

/** Gathers a batch for the store. A batch up to 32 MiB of log is there after a crash as a whole or not at all. */
final class StoreAppender implements Appender {
    private final TimeSeriesStore store;
    private final Batch batch = new Batch();

    StoreAppender(TimeSeriesStore store) {
        this.store = store;
    }

    @Override
    public StoreAppender append(Labels series, long timestamp, double value) {
        batch.add(series, -1, timestamp, value, null);
        return this;
    }

    @Override
    public StoreAppender append(Labels series, long timestamp, NativeHistogram histogram) {
        batch.add(series, -1, timestamp, Double.NaN, histogram);
        return this;
    }

    @Override
    public StoreAppender append(int series, long timestamp, double value) {
        batch.add(null, series, timestamp, value, null);
        return this;
    }

    @Override
    public StoreAppender append(int series, long timestamp, NativeHistogram histogram) {
        batch.add(null, series, timestamp, Double.NaN, histogram);
        return this;
    }

    @Override
    public StoreAppender startedAt(long startTimestamp) {
        if (batch.size == 0) {
            throw new IllegalStateException("startedAt wants a sample before it");
        }
        batch.starts[batch.size - 1] = startTimestamp;
        return this;
    }

    @Override
    public StoreAppender exemplar(Labels series, Exemplar exemplar) {
        batch.exemplars.add(new Batch.SeriesExemplar(series, exemplar));
        return this;
    }

    @Override
    public StoreAppender metadata(String metric, MetricMetadata metadata) {
        batch.metadata.add(new Batch.Described(metric, metadata));
        return this;
    }

    @Override
    public int size() {
        return batch.size;
    }

    @Override
    public AppendOutcome commit() throws IOException {
        try {
            return store.commit(batch);
        } finally {
            batch.clear();
        }
    }

    @Override
    public void rollback() {
        batch.clear();
    }
}
