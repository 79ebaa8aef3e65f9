package io.dawsos.observatory.promql.eval;

import java.util.concurrent.atomic.LongAdder;

/** What a node of a plan did. Safe for use by many threads. */
final class NodeStats {
    private final LongAdder nanos = new LongAdder();
    private final LongAdder samples = new LongAdder();
    private final LongAdder series = new LongAdder();

    void spent(long nanoseconds) {
        nanos.add(nanoseconds);
    }

    void readSamples(int count) {
        samples.add(count);
    }

    void gaveSeries(int count) {
        series.add(count);
    }

    long nanos() {
        return nanos.sum();
    }

    long samples() {
        return samples.sum();
    }

    long series() {
        return series.sum();
    }
}
