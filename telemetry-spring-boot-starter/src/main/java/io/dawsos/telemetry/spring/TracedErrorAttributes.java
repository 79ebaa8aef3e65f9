package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.RequestCtx;
import io.dawsos.telemetry.redact.Redactor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.web.context.request.WebRequest;

/** What Spring Boot's error page says, with the {@code trace_id} and without secrets. */
final class TracedErrorAttributes extends DefaultErrorAttributes {

    private final Redactor redactor;

    TracedErrorAttributes(Redactor redactor) {
        this.redactor = redactor;
    }

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        Map<String, @Nullable Object> attributes = super.getErrorAttributes(request, options);
        attributes.replaceAll((name, value) -> value instanceof String text ? redactor.redact(text) : value);
        String traceId = RequestCtx.current().traceId();
        if (traceId != null) {
            attributes.put(ProblemTraceAdvice.TRACE_ID, traceId);
        }
        return attributes;
    }
}
