package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.http.Propagation;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Makes each of a Spring client's calls within a trace a span, and names the trace to whom it calls: what {@link
 * io.dawsos.telemetry.http.TracedHttpClient} is for the JDK's client. Outside of a trace a call is left as it is.
 */
final class TracingInterceptor implements ClientHttpRequestInterceptor {

    private final Tracer tracer;
    private final Propagation propagation;

    TracingInterceptor(Telemetry telemetry) {
        this.tracer = telemetry.tracer();
        this.propagation = new Propagation(telemetry.openTelemetry());
    }

    @Override
    @SuppressWarnings("try") // the scope is there to be closed
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (!Span.current().getSpanContext().isValid()) {
            return execution.execute(request, body);
        }
        Span span = start(request);
        try (Scope scope = span.makeCurrent()) {
            propagation.inject(Context.current(), request.getHeaders()::set);
            ClientHttpResponse response = execution.execute(request, body);
            answered(span, response.getStatusCode().value());
            return response;
        } catch (IOException | RuntimeException thrown) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", thrown.getClass().getName());
            throw thrown;
        } finally {
            span.end();
        }
    }

    /** Secrets in the address are hidden with all others, when the span is exported. */
    private Span start(HttpRequest request) {
        URI uri = request.getURI();
        String method = HttpMetrics.method(request.getMethod().name());
        Span span = tracer.spanBuilder(method.equals("other") ? "HTTP" : method)
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", method.equals("other") ? "_OTHER" : method)
                .setAttribute("url.full", uri.toString())
                .startSpan();
        if (uri.getHost() != null) {
            span.setAttribute("server.address", uri.getHost());
        }
        if (uri.getPort() >= 0) {
            span.setAttribute("server.port", (long) uri.getPort());
        }
        return span;
    }

    private static void answered(Span span, int status) {
        span.setAttribute("http.response.status_code", (long) status);
        if (status >= 400) {
            span.setStatus(StatusCode.ERROR).setAttribute("error.type", Integer.toString(status));
        }
    }
}
