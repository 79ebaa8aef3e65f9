package io.dawsos.telemetry.metrics;

/** SKELETON */
public final class Info {

    /** Replaces the one series of this metric. */
    public void set(String... labelValues) {
        throw new UnsupportedOperationException();
    }
}
