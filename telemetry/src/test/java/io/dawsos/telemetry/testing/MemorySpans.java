package io.dawsos.telemetry.testing;

import static org.awaitility.Awaitility.await;

import io.opentelemetry.sdk.autoconfigure.spi.ConfigProperties;
import io.opentelemetry.sdk.autoconfigure.spi.traces.ConfigurableSpanExporterProvider;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The exporter {@code OTEL_TRACES_EXPORTER=memory}: keeps what any application of this JVM exports. OpenTelemetry's own
 * for tests has no such name, and ends with the first application that is closed.
 */
public final class MemorySpans implements ConfigurableSpanExporterProvider {

    private static final Duration BOUND = Duration.ofSeconds(10);
    private static final Queue<SpanData> EXPORTED = new ConcurrentLinkedQueue<>();

    /** The spans of one trace, once there are as many as said. */
    public static List<SpanData> of(String traceId, int wanted) {
        await().atMost(BOUND).until(() -> now(traceId).size() >= wanted);
        return now(traceId);
    }

    /** The server span of one trace, once it is there. */
    public static SpanData request(String traceId) {
        return await().atMost(BOUND)
                .until(
                        () -> now(traceId).stream()
                                .filter(span -> span.getName().equals("http.request"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    public static List<SpanData> now(String traceId) {
        return EXPORTED.stream()
                .filter(span -> span.getTraceId().equals(traceId))
                .toList();
    }

    /** All that were exported so far. */
    public static List<SpanData> all() {
        return List.copyOf(EXPORTED);
    }

    @Override
    public String getName() {
        return "memory";
    }

    @Override
    public SpanExporter createExporter(ConfigProperties config) {
        return new Memory();
    }

    private static final class Memory implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            EXPORTED.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
