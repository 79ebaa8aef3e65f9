package io.dawsos.observatory.server;

import io.dawsos.observatory.ingest.remote.TeeSink;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.SeriesSink;
import java.util.List;

/**
 * Where all that comes in is written: to the store, and to those that a configuration names, which may change. Series have
 * no numbers here: one that was got for the store alone would mean nothing to who comes in later.
 */
final class SwitchedSink implements SeriesSink {
    private final SeriesSink store;
    private volatile SeriesSink now;

    SwitchedSink(SeriesSink store) {
        this.store = store;
        this.now = store;
    }

    /** Batches that are begun from now on go to these too. */
    void alsoTo(List<? extends SeriesSink> others) {
        now = others.isEmpty() ? store : new TeeSink(store, others);
    }

    @Override
    public Appender appender() {
        return now.appender();
    }

    @Override
    public int ref(Labels series) {
        return now.ref(series);
    }
}
