package io.dawsos.telemetry.trace;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.SpanData;

/** A span that is exported although the head decision was against it: some trace stores ignore those not marked sampled. */
final class SampledSpan extends DelegatingSpanData {

    private final SpanContext context;

    private SampledSpan(SpanData span) {
        super(span);
        SpanContext own = span.getSpanContext();
        context = SpanContext.create(own.getTraceId(), own.getSpanId(), TraceFlags.getSampled(), own.getTraceState());
    }

    static SpanData of(SpanData span) {
        return span.getSpanContext().isSampled() ? span : new SampledSpan(span);
    }

    @Override
    public SpanContext getSpanContext() {
        return context;
    }
}
