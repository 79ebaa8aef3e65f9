package io.dawsos.telemetry;

import io.dawsos.telemetry.health.Health;
import io.dawsos.telemetry.log.LogSetup;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Tracing, metrics, logging and health of one process: made at its start, closed at its end, passed to whoever
 * observes. Nothing here is global; two of them do not know each other.
 */
public final class Telemetry implements AutoCloseable {

    private static final long CLOSE_SECONDS = 5;
    private static final int MOST_CAPABILITIES = 200;
    private static final double[] SECONDS = {
        0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 1.2, 2.0, 5.0, 10.0
    };

    private final TelemetrySettings settings;
    private final Metrics metrics;
    private final Redactor redactor;
    private final Health health;
    private final @Nullable OpenTelemetrySdk sdk;
    private final OpenTelemetry openTelemetry;
    private final Tracer tracer;
    private final Histogram capabilitySeconds;
    private final Failures failures = new Failures();
    private @Nullable LogSetup installed;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Telemetry(TelemetrySettings settings) {
        this.settings = settings;
        this.redactor = new Redactor(settings.userIdKey());
        this.metrics =
                settings.enabled() ? Metrics.create(settings.strictLabels()).withJvm() : Metrics.noop();
        this.health = new Health(metrics, redactor);
        this.sdk = settings.enabled()
                ? new SdkSetup(settings, metrics, redactor, System.err, System::nanoTime).build()
                : null;
        this.openTelemetry = sdk == null ? OpenTelemetry.noop() : sdk;
        this.tracer = openTelemetry.getTracer("io.dawsos.telemetry");
        this.capabilitySeconds = metrics.histogram(
                "capability_duration_seconds",
                "How long each thing that the service can do took, by how it ended.",
                SECONDS,
                Label.open("capability", MOST_CAPABILITIES),
                Label.of("outcome", "success", "error", "rejected"));
    }

    /**
     * Sets up tracing, metrics and logging from the process's environment. What a program calls first.
     *
     * @throws IllegalArgumentException naming the variable that is wrong, what was wanted and what came
     */
    public static Telemetry fromEnvironment() {
        Telemetry telemetry = start(TelemetrySettings.fromEnvironment());
        telemetry.installed = telemetry.logs().install();
        return telemetry;
    }

    /**
     * Sets up tracing and metrics, and leaves the process's logging alone: it is put in place with {@link #logs}, by a
     * framework when its own is done.
     *
     * @throws IllegalArgumentException if OpenTelemetry does not accept a setting; the message names it
     */
    public static Telemetry start(TelemetrySettings settings) {
        return new Telemetry(settings);
    }

    /** All parts present, none does anything. */
    public static Telemetry disabled() {
        return start(TelemetrySettings.from(Map.of("ENABLE_OBSERVABILITY", "false")));
    }

    public boolean enabled() {
        return settings.enabled();
    }

    public TelemetrySettings settings() {
        return settings;
    }

    /** For other libraries' instrumentation; its propagators are those of {@code OTEL_PROPAGATORS}. */
    public OpenTelemetry openTelemetry() {
        return openTelemetry;
    }

    public Tracer tracer() {
        return tracer;
    }

    public Metrics metrics() {
        return metrics;
    }

    public Health health() {
        return health;
    }

    public Redactor redactor() {
        return redactor;
    }

    /**
     * The log as the settings have it, to be installed once. Whoever installs it closes it, before this is closed, so
     * that the last lines still reach the OTLP target.
     */
    public LogSetup.Builder logs() {
        LogSetup.Builder logs = LogSetup.with(redactor, metrics)
                .format(settings.logFormat())
                .level(settings.logLevel())
                .colour(settings.colour());
        return sdk == null ? logs : logs.otlp(sdk.getLogsBridge());
    }

    /** @param name the span's name, of low cardinality: {@code calculation} */
    public Capability capability(String name) {
        if (!enabled()) {
            return new Capability(name, null);
        }
        return new Capability(
                name,
                new Capability.Instruments(
                        tracer,
                        failures,
                        capabilitySeconds.series(name, "success"),
                        capabilitySeconds.series(name, "error"),
                        capabilitySeconds.series(name, "rejected")));
    }

    /** Sends what waits in the queues, within five seconds; for tests, and before a process is frozen. */
    public void flush() {
        if (sdk != null) {
            CompletableResultCode traces = sdk.getSdkTracerProvider().forceFlush();
            CompletableResultCode logs = sdk.getSdkLoggerProvider().forceFlush();
            var _ = CompletableResultCode.ofAll(List.of(traces, logs)).join(CLOSE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Flushes within five seconds and stops. A second call does nothing. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CLOSE_SECONDS);
        if (installed != null) {
            installed.close();
        }
        if (sdk != null) {
            var _ = sdk.shutdown().join(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }
}
