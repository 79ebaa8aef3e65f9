package io.dawsos.telemetry.log;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.dawsos.telemetry.RequestCtx;
import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * What is written of a log call, the same whatever it is written as: redacted and of bounded length.
 *
 * @param fields the event's own, then the thread's (MDC); numbers and booleans as such, all else text
 */
record LogLine(
        Instant at,
        LogLevel level,
        String logger,
        String message,
        @Nullable String traceId,
        @Nullable String spanId,
        @Nullable String requestId,
        @Nullable String userId,
        LogFields fields,
        @Nullable Failure failure,
        Context context) {

    static final int MAX_MESSAGE = 16_384;
    static final int MAX_STACK = 32_768;

    /** @param stack as Java prints it, without a newline at its end */
    record Failure(String type, @Nullable String message, String stack) {}

    static LogLine of(Captured event, Redactor redactor) {
        SpanContext span = Span.fromContext(event.context()).getSpanContext();
        RequestCtx request = event.request();
        String user = request.userId();
        LogLine line = new LogLine(
                event.at(),
                event.level(),
                event.logger(),
                text(event.message().get(), MAX_MESSAGE, redactor),
                span.isValid() ? span.getTraceId() : request.traceId(),
                span.isValid() ? span.getSpanId() : null,
                request.requestId() == null ? null : redactor.redact("request_id", request.requestId()),
                user == null ? null : redactor.userId(user),
                new LogFields(redactor),
                failure(event.error(), redactor),
                event.context());
        for (KeyValuePair pair : event.pairs()) {
            line.fields.add("event_", pair.key, pair.value);
        }
        event.mdc().forEach((key, value) -> line.addMdc(key, value));
        return line;
    }

    /** Agents put the ids of the trace there too: once is enough. */
    private void addMdc(String key, String value) {
        boolean known = (key.equals("trace_id") && value.equals(traceId))
                || (key.equals("span_id") && value.equals(spanId))
                || (key.equals("request_id") && value.equals(requestId));
        if (!known) {
            fields.add("mdc_", key, value);
        }
    }

    private static @Nullable Failure failure(@Nullable IThrowableProxy error, Redactor redactor) {
        if (error == null) {
            return null;
        }
        String message = error.getMessage();
        return new Failure(
                error.getClassName(),
                message == null ? null : text(message, MAX_MESSAGE, redactor),
                text(ThrowableProxyUtil.asString(error).stripTrailing(), MAX_STACK, redactor));
    }

    private static String text(@Nullable String text, int limit, Redactor redactor) {
        return text == null ? "null" : cut(redactor.redact(text), limit);
    }

    /** After redaction, so that no half of a secret stays at the cut. */
    static String cut(String text, int limit) {
        return text.length() <= limit
                ? text
                : text.substring(0, limit) + "… [" + (text.length() - limit) + " more characters]";
    }
}
