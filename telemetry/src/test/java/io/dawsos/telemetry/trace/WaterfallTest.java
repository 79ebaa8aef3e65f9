package io.dawsos.telemetry.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WaterfallTest {

    private final AtomicLong ids = new AtomicLong();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .addSpanProcessor(new Nowhere())
            .setIdGenerator(new IdGenerator() {
                @Override
                public String generateSpanId() {
                    return String.format("%016x", ids.incrementAndGet());
                }

                @Override
                public String generateTraceId() {
                    return "4bf92f3577b34da6a3ce929d0e0e4736";
                }
            })
            .build();
    private final List<SpanData> spans = new ArrayList<>();

    @AfterEach
    void stop() {
        provider.close();
    }

    @Test
    void draw_valuation_treeWithBarsAlignedInTime() {
        Span request = start(null, "http.request", 0);
        request.setAttribute("http.request.method", "GET");
        request.setAttribute("http.route", "/v1/portfolios/{id}/valuation");
        request.setAttribute("http.response.status_code", 200);
        child(request, "db.query", 0, 1_000, "db.query.summary", "SELECT portfolios");
        child(request, "cache.get", 1_000, 1_050, "pricing_pack_id", "PP_2026-11-24");
        child(request, "db.query", 1_050, 6_000, "db.query.summary", "SELECT lots securities");
        child(request, "calculation", 6_000, 8_000, "position_count", "35");
        end(request, 8_000);

        assertThat(new Waterfall(false).draw(spans)).isEqualTo("""
                        4bf92f3577b34da6a3ce929d0e0e4736  GET /v1/portfolios/{id}/valuation  200  8.00 ms
                          http.request   ████████████████████████████████     8.00 ms  /v1/portfolios/{id}/valuation
                            db.query     ████                                 1.00 ms  SELECT portfolios
                            cache.get        ▏                                0.05 ms  pricing_pack_id=PP_2026-11-24
                            db.query         ▐███████████████████             4.95 ms  SELECT lots securities
                            calculation                          ████████     2.00 ms  position_count=35
                        """);
    }

    @Test
    void draw_failedSpan_saysWhy() {
        Span request = start(null, "http.request", 0);
        request.setStatus(StatusCode.ERROR, "java.io.IOException: disk full\nat line 2");
        end(request, 2_000_000);

        assertThat(new Waterfall(false).draw(spans)).contains("2000 ms  ! java.io.IOException: disk full\n");
        assertThat(new Waterfall(true).draw(spans)).contains("\u001b[31m");
    }

    @Test
    void draw_anything_atMostAHundredColumnsAndFortyOneLines() {
        Span request = start(null, "x".repeat(300), 0);
        Span parent = request;
        for (int depth = 0; depth < 60; depth++) {
            Span deeper = start(parent, "deep\n" + depth, depth);
            deeper.setAttribute("url.full", "http://" + "y".repeat(200));
            end(deeper, 100);
            parent = deeper;
        }
        end(request, 100);

        List<String> lines = new Waterfall(false).draw(spans).lines().toList();

        assertThat(lines).hasSize(42).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(100));
        assertThat(lines.getLast()).contains("21 more spans");
    }

    @Test
    void draw_parentElsewhere_isARoot() {
        Span lost = start(null, "lost", 0);
        child(lost, "orphan", 1, 2, "cache_hit", "true");

        assertThat(new Waterfall(false).draw(spans)).contains("\n  orphan");
    }

    private void child(Span parent, String name, long startMicros, long endMicros, String key, String value) {
        Span span = start(parent, name, startMicros);
        span.setAttribute(key, value);
        end(span, endMicros);
    }

    private Span start(@Nullable Span parent, String name, long micros) {
        Context context = parent == null ? Context.root() : Context.root().with(parent);
        return provider.get("test")
                .spanBuilder(name)
                .setParent(context)
                .setSpanKind(SpanKind.INTERNAL)
                .setStartTimestamp(1_000_000 + micros, TimeUnit.MICROSECONDS)
                .startSpan();
    }

    private void end(Span span, long micros) {
        span.end(1_000_000 + micros, TimeUnit.MICROSECONDS);
        spans.add(((ReadableSpan) span).toSpanData());
    }
}
