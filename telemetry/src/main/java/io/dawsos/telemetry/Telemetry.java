package io.dawsos.telemetry;

import io.dawsos.telemetry.health.Health;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;

/** SKELETON: signatures agreed; the body is being written. */
public final class Telemetry implements AutoCloseable {

    /** Sets up tracing, metrics and logging from the process's environment. */
    public static Telemetry fromEnvironment() {
        throw new UnsupportedOperationException();
    }

    public static Telemetry start(TelemetrySettings settings) {
        throw new UnsupportedOperationException();
    }

    /** All parts present, none does anything. */
    public static Telemetry disabled() {
        throw new UnsupportedOperationException();
    }

    public boolean enabled() {
        throw new UnsupportedOperationException();
    }

    public TelemetrySettings settings() {
        throw new UnsupportedOperationException();
    }

    public OpenTelemetry openTelemetry() {
        throw new UnsupportedOperationException();
    }

    public Tracer tracer() {
        throw new UnsupportedOperationException();
    }

    public Metrics metrics() {
        throw new UnsupportedOperationException();
    }

    public Health health() {
        throw new UnsupportedOperationException();
    }

    public Redactor redactor() {
        throw new UnsupportedOperationException();
    }

    /** @param name the span's name, of low cardinality: {@code calculation} */
    public Capability capability(String name) {
        throw new UnsupportedOperationException();
    }

    /** Flushes within five seconds and stops. A second call does nothing. */
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
