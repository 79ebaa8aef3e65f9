package io.dawsos.telemetry.metrics;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.prometheus.metrics.model.snapshots.Exemplar;
import io.prometheus.metrics.model.snapshots.Labels;
import org.jspecify.annotations.Nullable;

/**
 * One value seen within a sampled span: an exemplar before it is written. The client library's own sampler limits its
 * rate, and at a hundred requests a second mostly misses the one slow request that matters; this keeps the newest, at the
 * price of one small object.
 */
record Sighting(double value, SpanContext span, long atMillis) {

    /** The trace of an older one has likely been thrown away by its store. */
    private static final long KEEP_MILLIS = 600_000;

    /** Null outside of a sampled span. */
    static @Nullable Sighting of(double value) {
        SpanContext span = Span.current().getSpanContext();
        return span.isSampled() ? new Sighting(value, span, System.currentTimeMillis()) : null;
    }

    static @Nullable Exemplar exemplar(@Nullable Sighting seen) {
        return seen == null || System.currentTimeMillis() - seen.atMillis > KEEP_MILLIS ? null : seen.exemplar();
    }

    private Exemplar exemplar() {
        Labels labels = Labels.of(Exemplar.TRACE_ID, span.getTraceId(), Exemplar.SPAN_ID, span.getSpanId());
        return new Exemplar(value, labels, atMillis);
    }
}
