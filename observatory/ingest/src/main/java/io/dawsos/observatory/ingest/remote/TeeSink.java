package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.SeriesSink;
import java.util.List;

/**
 * Writes to a store, and the same to others. The store decides what a commit says; that another failed is logged, and is
 * the other's to count.
 */
public final class TeeSink implements SeriesSink {
    private final SeriesSink store;
    private final List<SeriesSink> others;

    public TeeSink(SeriesSink store, List<? extends SeriesSink> others) {
        this.store = store;
        this.others = List.copyOf(others);
    }

    public TeeSink(SeriesSink store, SeriesSink other) {
        this(store, List.of(other));
    }

    @Override
    public Appender appender() {
        return others.isEmpty() ? store.appender() : new TeeAppender(store.appender(), appenders());
    }

    private List<Appender> appenders() {
        return others.stream().map(SeriesSink::appender).toList();
    }

    /** -1 while there are others: they do not know the store's numbers. */
    @Override
    public int ref(Labels series) {
        return others.isEmpty() ? store.ref(series) : -1;
    }
}
