package io.dawsos.telemetry.http;

import io.dawsos.telemetry.redact.Redactor;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The span of one outgoing call, by OpenTelemetry's conventions for HTTP clients. */
record ClientCall(Span span, HttpRequest request) {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
    private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
    private static final AttributeKey<String> URL = AttributeKey.stringKey("url.full");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH", "QUERY");

    /** Starts the span; the request to send has the headers that carry it. */
    static ClientCall start(Tracer tracer, Propagation propagation, Redactor redactor, HttpRequest request) {
        boolean known = METHODS.contains(request.method());
        Span span = tracer.spanBuilder(known ? request.method() : "HTTP")
                .setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(attributes(request, known, redactor))
                .startSpan();
        HttpRequest.Builder carrying = HttpRequest.newBuilder(request, (name, value) -> true);
        propagation.inject(Context.current().with(span), carrying::setHeader);
        return new ClientCall(span, carrying.build());
    }

    private static Attributes attributes(HttpRequest request, boolean known, Redactor redactor) {
        URI uri = request.uri();
        return Attributes.builder()
                .put(METHOD, known ? request.method() : "_OTHER")
                .put(ADDRESS, uri.getHost())
                .put(PORT, (long) port(uri))
                .put(URL, redactor.redact(uri.toString()))
                .build();
    }

    void end(@Nullable HttpResponse<?> response, @Nullable Throwable thrown) {
        if (response != null) {
            span.setAttribute("http.response.status_code", response.statusCode());
            if (response.statusCode() >= 400) {
                span.setAttribute(ERROR, Integer.toString(response.statusCode()))
                        .setStatus(StatusCode.ERROR);
            }
        }
        if (thrown != null) {
            Throwable cause =
                    thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
            span.setAttribute(ERROR, cause.getClass().getName()).setStatus(StatusCode.ERROR);
        }
        span.end();
    }

    private static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }
}
