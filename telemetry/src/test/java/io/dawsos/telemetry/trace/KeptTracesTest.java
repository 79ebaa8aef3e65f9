package io.dawsos.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SdkTracerProviderBuilder;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeptTracesTest {

    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final Metrics metrics = Metrics.create(true);
    private final SdkTracerProvider provider = provider(Sampler.parentBased(Sampler.alwaysOff()), metrics);
    private final Tracer tracer = provider.get("test");

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void trace_fastAndFine_notExported() {
        Span root = root(0);
        child(root).end();
        endAfter(root, Duration.ofMillis(1199));

        assertThat(names()).isEmpty();
    }

    @Test
    void trace_slow_exportedWholeAndMarkedSampled() {
        Span root = root(0);
        child(root).end();
        endAfter(root, Duration.ofMillis(1200));

        assertThat(names()).containsExactlyInAnyOrder("root", "child");
        assertThat(exported.getFinishedSpanItems())
                .allMatch(span -> span.getSpanContext().isSampled());
    }

    @Test
    void trace_childFailedAndRootFine_exportedWhole() {
        Span root = root(0);
        Span child = child(root);
        child.setStatus(StatusCode.ERROR);
        child.end();
        endAfter(root, Duration.ofMillis(1));

        assertThat(names()).containsExactlyInAnyOrder("root", "child");
    }

    @Test
    void trace_callerDecidedAgainst_itsFlagsGoOnUnsampled() {
        Span root = root(0);

        assertThat(root.getSpanContext().isSampled()).isFalse();
        assertThat(root.isRecording()).isTrue();
        root.end();
    }

    @Test
    void trace_twoRequestsOfOneTrace_decidedWithTheLastOfThem() {
        Span slow = root(0);
        Span fast = root(0);
        endAfter(fast, Duration.ofMillis(1));
        assertThat(names()).isEmpty();

        endAfter(slow, Duration.ofSeconds(2));
        assertThat(names()).containsExactly("root", "root");
    }

    @Test
    void trace_moreSpansThanHeld_restCounted() {
        Span root = root(0);
        for (int i = 0; i < 600; i++) {
            child(root).end();
        }
        endAfter(root, Duration.ofSeconds(2));

        assertThat(names()).hasSize(513).contains("root");
        assertThat(Values.of(metrics, "telemetry_spans_dropped", "reason", "trace_too_large"))
                .isEqualTo(600 - 512);
    }

    @Test
    void traces_neverEnding_boundedAndCounted() {
        for (int i = 0; i < 3000; i++) {
            Span root = tracer.spanBuilder("root").setNoParent().startSpan();
            child(root).end();
        }

        assertThat(Values.of(metrics, "telemetry_spans_dropped", "reason", "too_many_traces"))
                .isBetween(3000.0 - 1024 - 100, 3000.0 - 1024);
    }

    @Test
    void trace_sampledByTheHead_exportedOnce() {
        try (SdkTracerProvider sampling = provider(Sampler.alwaysOn(), Metrics.create(true))) {
            Span root = sampling.get("test").spanBuilder("root").startSpan();
            root.setStatus(StatusCode.ERROR);
            root.end();
            sampling.forceFlush().join(5, TimeUnit.SECONDS);

            assertThat(exported.getFinishedSpanItems()).hasSize(1);
        }
    }

    private SdkTracerProvider provider(Sampler head, Metrics of) {
        SpanPipeline pipeline = new SpanPipeline(
                new QueueLimits(2048, 512, Duration.ofMinutes(5), Duration.ofSeconds(5)),
                true,
                Duration.ofMillis(1200),
                of,
                new Redactor(),
                System::nanoTime);
        SdkTracerProviderBuilder builder = SdkTracerProvider.builder().setSampler(new RecordingSampler(head));
        pipeline.to(exported).forEach(builder::addSpanProcessor);
        return builder.build();
    }

    /** A request whose caller is in the trace and is not sampled. */
    private Span root(long startMillis) {
        SpanContext remote = SpanContext.createFromRemoteParent(
                TRACE, "00f067aa0ba902b7", TraceFlags.getDefault(), TraceState.getDefault());
        return tracer.spanBuilder("root")
                .setParent(Context.root().with(Span.wrap(remote)))
                .setStartTimestamp(1_000_000 + startMillis, TimeUnit.MILLISECONDS)
                .startSpan();
    }

    private Span child(Span root) {
        return tracer.spanBuilder("child").setParent(Context.root().with(root)).startSpan();
    }

    private static void endAfter(Span root, Duration duration) {
        root.end(1_000_000 + duration.toMillis(), TimeUnit.MILLISECONDS);
    }

    private List<String> names() {
        provider.forceFlush().join(5, TimeUnit.SECONDS);
        return exported.getFinishedSpanItems().stream().map(SpanData::getName).toList();
    }
}
