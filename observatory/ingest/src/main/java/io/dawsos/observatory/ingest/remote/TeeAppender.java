package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.NativeHistogram;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A batch for a store, and for others. */
final class TeeAppender implements Appender {
    private static final Logger LOG = LoggerFactory.getLogger(TeeAppender.class);

    private final Appender store;
    private final List<Appender> others;

    TeeAppender(Appender store, List<Appender> others) {
        this.store = store;
        this.others = others;
    }

    @Override
    public Appender append(Labels series, long timestamp, double value) {
        store.append(series, timestamp, value);
        others.forEach(other -> other.append(series, timestamp, value));
        return this;
    }

    @Override
    public Appender append(Labels series, long timestamp, NativeHistogram histogram) {
        store.append(series, timestamp, histogram);
        others.forEach(other -> other.append(series, timestamp, histogram));
        return this;
    }

    @Override
    public Appender append(int series, long timestamp, double value) {
        store.append(series, timestamp, value);
        others.forEach(other -> other.append(series, timestamp, value));
        return this;
    }

    @Override
    public Appender append(int series, long timestamp, NativeHistogram histogram) {
        store.append(series, timestamp, histogram);
        others.forEach(other -> other.append(series, timestamp, histogram));
        return this;
    }

    @Override
    public Appender startedAt(long startTimestamp) {
        store.startedAt(startTimestamp);
        others.forEach(other -> other.startedAt(startTimestamp));
        return this;
    }

    @Override
    public Appender exemplar(Labels series, Exemplar exemplar) {
        store.exemplar(series, exemplar);
        others.forEach(other -> other.exemplar(series, exemplar));
        return this;
    }

    @Override
    public Appender metadata(String metric, MetricMetadata metadata) {
        store.metadata(metric, metadata);
        others.forEach(other -> other.metadata(metric, metadata));
        return this;
    }

    @Override
    public int size() {
        return store.size();
    }

    /** Commits to the store first: what it could not make durable goes nowhere. */
    @Override
    public AppendOutcome commit() throws IOException {
        AppendOutcome outcome;
        try {
            outcome = store.commit();
        } catch (IOException | RuntimeException e) {
            others.forEach(Appender::rollback);
            throw e;
        }
        for (Appender other : others) {
            try {
                other.commit();
            } catch (IOException e) {
                LOG.warn("a batch is stored but was not passed on", e);
            }
        }
        return outcome;
    }

    @Override
    public void rollback() {
        store.rollback();
        others.forEach(Appender::rollback);
    }
}
