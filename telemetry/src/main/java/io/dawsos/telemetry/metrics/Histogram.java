package io.dawsos.telemetry.metrics;

/** SKELETON */
public final class Histogram {

    public Histogram init(String... labelValues) {
        throw new UnsupportedOperationException();
    }

    /** @param value in the metric's base unit, seconds for {@code _seconds} */
    public void observe(double value, String... labelValues) {
        throw new UnsupportedOperationException();
    }
}
