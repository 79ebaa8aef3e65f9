package io.dawsos.telemetry.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExemplarTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";

    private final Metrics metrics = Metrics.create(true);
    private final Histogram histogram = metrics.histogram(
            "request_seconds", "Requests.", new double[] {0.1, 1.2}, Label.of("method", "GET", "PUT"));
    private final Counter counter = metrics.counter("requests_total", "Requests.", Label.of("method", "GET", "PUT"));

    @Test
    void histogram_sampledSpans_leaveTheirNewestInEachBucket() {
        for (int i = 0; i < 1000; i++) {
            observe(0.05, "00000000000000aa", TraceFlags.getSampled());
        }
        observe(0.1, "00000000000000a1", TraceFlags.getSampled());
        observe(0.7, "00000000000000b1", TraceFlags.getSampled());
        observe(9.5, "00000000000000c1", TraceFlags.getSampled());
        assertThat(openMetrics())
                .containsPattern(bucket("0.1", "1001", "00000000000000a1", "0.1"))
                .containsPattern(bucket("1.2", "1002", "00000000000000b1", "0.7"))
                .containsPattern(bucket("+Inf", "1003", "00000000000000c1", "9.5"));
    }

    @Test
    void histogram_spanNotSampled_leavesTheFormerExemplar() {
        observe(0.05, "00000000000000a1", TraceFlags.getSampled());
        observe(0.06, "00000000000000a2", TraceFlags.getDefault());
        assertThat(openMetrics()).contains("00000000000000a1").doesNotContain("00000000000000a2");
    }

    @Test
    void histogram_outsideOfAnySpan_leavesNoExemplar() {
        histogram.observe(0.05, "GET");
        assertThat(openMetrics()).doesNotContain("trace_id");
    }

    @Test
    void counter_sampledSpans_leaveTheNewest() {
        in("00000000000000a1", TraceFlags.getSampled(), () -> {
            counter.inc("GET");
        });
        in("00000000000000a2", TraceFlags.getSampled(), () -> {
            counter.add(2, "GET");
        });
        in("00000000000000a3", TraceFlags.getDefault(), () -> {
            counter.series("GET").inc();
        });
        assertThat(openMetrics())
                .containsPattern("(?m)^requests_total\\{method=\"GET\"} 4.0 # \\{span_id=\"00000000000000a2\","
                        + "trace_id=\"" + TRACE + "\"} 2.0 \\d+\\.\\d+$");
    }

    @Test
    void histogram_seriesKept_leavesItsExemplarsToo() {
        Histogram.Series series = histogram.series("PUT");
        in("00000000000000a1", TraceFlags.getSampled(), () -> {
            series.observe(0.05);
            series.observe(Double.NaN);
        });
        assertThat(openMetrics())
                .contains("request_seconds_count{method=\"PUT\"} 1\n")
                .contains("span_id=\"00000000000000a1\"");
    }

    private void observe(double value, String span, TraceFlags flags) {
        in(span, flags, () -> {
            histogram.observe(value, "GET");
        });
    }

    private static void in(String spanId, TraceFlags flags, Runnable work) {
        Span span = Span.wrap(SpanContext.create(TRACE, spanId, flags, TraceState.getDefault()));
        Context.root().with(span).wrap(work).run();
    }

    private static String bucket(String le, String count, String span, String value) {
        return "(?m)^"
                + Pattern.quote("request_seconds_bucket{method=\"GET\",le=\"" + le + "\"} " + count + " # {span_id=\""
                        + span + "\",trace_id=\"" + TRACE + "\"} " + value)
                + " \\d+\\.\\d+$";
    }

    private String openMetrics() {
        return new String(
                new MetricsPage(metrics).answer("application/openmetrics-text").body(), UTF_8);
    }
}
