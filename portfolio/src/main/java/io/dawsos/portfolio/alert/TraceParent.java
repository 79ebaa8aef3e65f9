package io.dawsos.portfolio.alert;

import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import org.jspecify.annotations.Nullable;

/** Reads back a span that was kept in the database as W3C {@code traceparent}. */
final class TraceParent {

    private TraceParent() {}

    /** @param text as the service wrote it; null is answered by an invalid one, as is what has another form */
    static SpanContext parse(@Nullable String text) {
        String[] parts = text == null ? new String[0] : text.split("-");
        return parts.length == 4
                ? SpanContext.createFromRemoteParent(
                        parts[1], parts[2], TraceFlags.fromHex(parts[3], 0), TraceState.getDefault())
                : SpanContext.getInvalid();
    }
}
