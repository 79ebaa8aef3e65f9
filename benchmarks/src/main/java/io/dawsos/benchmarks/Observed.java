package io.dawsos.benchmarks;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Telemetry in each way that a service can have it. */
@State(Scope.Benchmark)
public class Observed {

    /**
     * {@code off}: {@code ENABLE_OBSERVABILITY=false}. {@code on}: metrics and logs, spans that nobody takes.
     * {@code exported}: spans go to an OTLP receiver in this JVM; a benchmark makes more than any exporter sends, so most
     * are dropped at the queue, as they would be.
     */
    @Param({"off", "on", "exported"})
    public String telemetry = "";

    private @Nullable OtlpSink sink;
    private @Nullable Telemetry running;

    @Setup(Level.Trial)
    public void start() throws IOException {
        running = Telemetry.start(TelemetrySettings.from(environment()));
    }

    @TearDown(Level.Trial)
    public void stop() {
        get().close();
        if (sink != null) {
            sink.close();
        }
    }

    Telemetry get() {
        if (running == null) {
            throw new IllegalStateException("telemetry is not started yet");
        }
        return running;
    }

    private Map<String, String> environment() throws IOException {
        return switch (telemetry) {
            case "off" -> Map.of("ENABLE_OBSERVABILITY", "false");
            case "on" -> Map.of();
            case "exported" -> {
                sink = OtlpSink.start();
                yield Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", sink.endpoint(), "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
            }
            default -> throw new IllegalArgumentException("telemetry: wanted off, on or exported, got " + telemetry);
        };
    }
}
