package io.dawsos.telemetry.metrics;

import org.jspecify.annotations.Nullable;

/** Facts as the labels of one series whose value is 1. Thread-safe. */
public final class Info {

    static final Info NOOP = new Info(null);

    private final io.prometheus.metrics.core.metrics.@Nullable Info library;

    Info(io.prometheus.metrics.core.metrics.@Nullable Info library) {
        this.library = library;
    }

    /** Replaces the one series of this metric. */
    public void set(String... labelValues) {
        if (library != null) {
            library.setLabelValues(labelValues);
        }
    }
}
