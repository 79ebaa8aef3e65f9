package io.dawsos.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConsoleTracesTest {

    private final AtomicLong nanos = new AtomicLong();
    private final StringWriter out = new StringWriter();
    private final Metrics metrics = Metrics.create(true);
    private final SpanPipeline pipeline = new SpanPipeline(
            new QueueLimits(16, 16, Duration.ofSeconds(5), Duration.ofSeconds(5)),
            false,
            null,
            metrics,
            new Redactor(),
            nanos::get);
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(pipeline.toConsole(out, false))
            .build();
    private final Tracer tracer = provider.get("test");

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void onEnd_manyTracesInASecond_firstPrinted() {
        trace("one");
        trace("two");
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        trace("three");

        assertThat(printed()).contains("one").doesNotContain("two").contains("three");
    }

    @Test
    void onEnd_rootNotEnded_nothingPrintedUntilItIs() {
        Span root = tracer.spanBuilder("root").startSpan();
        Span child =
                tracer.spanBuilder("child").setParent(Context.root().with(root)).startSpan();
        child.end();
        assertThat(printed()).isEmpty();

        root.end();
        assertThat(printed()).contains("root").contains("child");
    }

    @Test
    void onEnd_secretInAttribute_notPrinted() {
        Span root = tracer.spanBuilder("root").startSpan();
        root.setAttribute("url.full", "http://h/?apikey=s3cr3t");
        root.end();

        assertThat(printed()).contains("apikey=[redacted]").doesNotContain("s3cr3t");
    }

    @Test
    void print_consoleGone_countedAsFailed() {
        Appendable gone = new Gone();
        Metrics counted = Metrics.create(true);
        try (SdkTracerProvider broken = SdkTracerProvider.builder()
                .addSpanProcessor(new SpanPipeline(pipeline.limits(), false, null, counted, new Redactor(), nanos::get)
                        .toConsole(gone, false))
                .build()) {
            broken.get("test").spanBuilder("root").startSpan().end();

            broken.forceFlush().join(5, TimeUnit.SECONDS);
            assertThat(Values.of(counted, "telemetry_console_traces_dropped", "reason", "export_failed"))
                    .isEqualTo(1);
        }
    }

    private void trace(String name) {
        tracer.spanBuilder(name).startSpan().end();
    }

    private String printed() {
        provider.forceFlush().join(5, TimeUnit.SECONDS);
        return out.toString();
    }

    private static final class Gone implements Appendable {
        @Override
        public Appendable append(CharSequence text) throws IOException {
            throw new IOException("no console");
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) throws IOException {
            throw new IOException("no console");
        }

        @Override
        public Appendable append(char c) throws IOException {
            throw new IOException("no console");
        }
    }
}
