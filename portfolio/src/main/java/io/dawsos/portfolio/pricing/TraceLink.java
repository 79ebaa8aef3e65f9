package io.dawsos.portfolio.pricing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/** A span kept as W3C {@code traceparent}, to be linked from the trace of what it caused. */
final class TraceLink {

    private TraceLink() {}

    /** Null when there is no span. */
    static @Nullable String current() {
        SpanContext context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-%s-%s-%s"
                        .formatted(
                                context.getTraceId(),
                                context.getSpanId(),
                                context.getTraceFlags().asHex())
                : null;
    }

    static void link(Span span, @Nullable String traceParent) {
        String[] parts = traceParent == null ? new String[0] : traceParent.split("-");
        if (parts.length == 4) {
            span.addLink(SpanContext.createFromRemoteParent(
                    parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault()));
        }
    }
}
