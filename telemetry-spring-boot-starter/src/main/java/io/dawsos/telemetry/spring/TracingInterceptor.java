package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.Telemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Makes a call within a trace a client span, and names the trace to whom it calls. Outside of a trace the call is left
 * alone.
 */
final class TracingInterceptor implements ClientHttpRequestInterceptor {

    private final Telemetry telemetry;

    TracingInterceptor(Telemetry telemetry) {
        this.telemetry = telemetry;
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
            inject(request.getHeaders());
            ClientHttpResponse response = execution.execute(request, body);
            answered(span, response.getStatusCode().value());
            return response;
        } catch (IOException | RuntimeException e) {
            span.setStatus(StatusCode.ERROR)
                    .setAttribute("error.type", e.getClass().getName());
            span.recordException(e);
            throw e;
        } finally {
            span.end();
        }
    }

    /** The query may hold a key, so the address is shown without it. */
    private Span start(HttpRequest request) {
        URI uri = request.getURI();
        return telemetry
                .tracer()
                .spanBuilder("http.client")
                .setSpanKind(SpanKind.CLIENT)
                .setAttribute("http.request.method", request.getMethod().name())
                .setAttribute("server.address", String.valueOf(uri.getHost()))
                .setAttribute("server.port", (long) uri.getPort())
                .setAttribute("url.full", telemetry.redactor().redact(address(uri)))
                .startSpan();
    }

    private static String address(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath();
    }

    private void inject(HttpHeaders headers) {
        telemetry
                .openTelemetry()
                .getPropagators()
                .getTextMapPropagator()
                .inject(Context.current(), headers, (carrier, name, value) -> {
                    if (carrier != null) {
                        carrier.set(name, value);
                    }
                });
    }

    private static void answered(Span span, int status) {
        span.setAttribute("http.response.status_code", (long) status);
        if (status >= 400) {
            span.setStatus(StatusCode.ERROR).setAttribute("error.type", Integer.toString(status));
        }
    }
}
