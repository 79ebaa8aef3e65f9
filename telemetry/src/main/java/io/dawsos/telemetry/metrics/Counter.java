package io.dawsos.telemetry.metrics;

/** SKELETON */
public final class Counter {

    /** Makes the series exist at 0, so that {@code increase()} sees its first event. */
    public Counter init(String... labelValues) {
        throw new UnsupportedOperationException();
    }

    public void inc(String... labelValues) {
        throw new UnsupportedOperationException();
    }

    public void add(double amount, String... labelValues) {
        throw new UnsupportedOperationException();
    }
}
