package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.RequestCtx;
import io.dawsos.telemetry.redact.Redactor;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Adds {@code trace_id} to RFC 9457 problem documents, and keeps secrets out of their detail. */
@ControllerAdvice
final class ProblemTraceAdvice implements ResponseBodyAdvice<Object> {

    static final String TRACE_ID = "trace_id";

    private final Redactor redactor;

    ProblemTraceAdvice(Redactor redactor) {
        this.redactor = redactor;
    }

    @Override
    public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true; // what a method answers is known only when it has: ResponseEntity<?>, Object
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returnType,
            MediaType contentType,
            Class<? extends HttpMessageConverter<?>> converterType,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem) {
            complete(problem);
        }
        return body;
    }

    private void complete(ProblemDetail problem) {
        String detail = problem.getDetail();
        if (detail != null) {
            problem.setDetail(redactor.redact(detail));
        }
        String traceId = RequestCtx.current().traceId();
        Map<String, Object> properties = problem.getProperties();
        if (traceId != null && (properties == null || !properties.containsKey(TRACE_ID))) {
            problem.setProperty(TRACE_ID, traceId);
        }
    }
}
