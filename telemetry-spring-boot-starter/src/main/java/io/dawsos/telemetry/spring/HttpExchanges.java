package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.RequestCtx;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.http.Propagation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Begins and ends the {@code http.request} span, the request's context and its metrics. Attributes are given as they
 * came: the library redacts every span on its way out, and hashes user ids there.
 */
final class HttpExchanges {

    /** Where an application may put a Boolean itself, as {@link HttpTelemetry#cacheHit} does. */
    static final String CACHE_HIT = "dawsos.cache_hit";

    // Made once: a key keeps its encoded form.
    private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("request_id");
    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> SCHEME = AttributeKey.stringKey("url.scheme");
    private static final AttributeKey<String> SERVER = AttributeKey.stringKey("server.address");
    private static final AttributeKey<String> CLIENT = AttributeKey.stringKey("client.address");
    private static final AttributeKey<String> AGENT = AttributeKey.stringKey("user_agent.original");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<String> USER = AttributeKey.stringKey("user_id");
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error.type");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    private final Tracer tracer;
    private final Propagation propagation;
    private final HttpInstruments instruments;
    private final @Nullable RefusedUser refusedUser;

    /** @param refusedUser finds the user of a request that security refused; null where there is no Spring Security */
    HttpExchanges(Telemetry telemetry, HttpInstruments instruments, @Nullable RefusedUser refusedUser) {
        this.tracer = telemetry.tracer();
        this.propagation = new Propagation(telemetry.openTelemetry());
        this.instruments = instruments;
        this.refusedUser = refusedUser;
    }

    /** Takes the caller's trace context, starts the span and answers both ids in the response's headers. */
    HttpExchange begin(HttpServletRequest request, HttpServletResponse response) {
        long start = System.nanoTime();
        Context caller = propagation.extract(name -> header(request, name));
        String requestId = RequestId.of(request.getHeader(RequestId.HEADER));
        Span span = tracer.spanBuilder("http.request")
                .setParent(caller)
                .setSpanKind(SpanKind.SERVER)
                .startSpan();
        describe(span, request, requestId);
        SpanContext context = span.getSpanContext();
        response.setHeader(RequestId.HEADER, requestId);
        response.setHeader("traceparent", Propagation.traceparent(context));
        RequestCtx ctx = RequestCtx.EMPTY.withTraceId(context.getTraceId()).withRequestId(requestId);
        String method = HttpMetrics.method(request.getMethod());
        return new HttpExchange(ctx.in(caller.with(span)), method, response, start);
    }

    /** After the request's own dispatch: what its error page and its asynchronous part would cover up is kept. */
    void dispatched(HttpExchange exchange, HttpServletRequest request) {
        exchange.route(instruments.routes().of(request, exchange.status()));
        if (exchange.userId() == null && refusedUser != null) {
            refusedUser.of(request).ifPresent(exchange::user);
        }
        if (!request.isAsyncStarted()) {
            exchange.enter(); // anew, with the user that was found in between
        }
    }

    /** Counts the request and ends its span, once. */
    @SuppressWarnings("try") // the scope is there to be closed
    void end(HttpExchange exchange, HttpServletRequest request) {
        if (!exchange.end()) {
            return;
        }
        if (request.getAttribute(CACHE_HIT) instanceof Boolean hit) {
            exchange.cacheHit(hit);
        }
        try (Scope scope = exchange.makeCurrent()) { // so that the exemplars carry its trace id
            instruments
                    .metrics()
                    .record(
                            exchange.method(),
                            exchange.route(),
                            exchange.status(),
                            exchange.cacheHitLabel(),
                            exchange.seconds());
        } finally {
            conclude(exchange, request);
            exchange.span().end();
            exchange.leave();
        }
    }

    /** A header given several times is one list, as HTTP has it. */
    private static @Nullable String header(HttpServletRequest request, String name) {
        Enumeration<String> values = request.getHeaders(name);
        if (!values.hasMoreElements()) {
            return null;
        }
        String first = values.nextElement();
        return values.hasMoreElements() ? first + "," + String.join(",", Collections.list(values)) : first;
    }

    private void describe(Span span, HttpServletRequest request, String requestId) {
        if (!span.isRecording()) {
            return;
        }
        span.setAttribute(REQUEST_ID, requestId)
                .setAttribute(METHOD, method(request))
                .setAttribute(PATH, request.getRequestURI())
                .setAttribute(SCHEME, request.getScheme())
                .setAttribute(SERVER, request.getServerName())
                .setAttribute(CLIENT, request.getRemoteAddr());
        String agent = request.getHeader("User-Agent");
        if (agent != null) {
            span.setAttribute(AGENT, agent);
        }
    }

    /** As the semantic conventions want it: a method that is none of the known is {@code _OTHER}. */
    private static String method(HttpServletRequest request) {
        String known = HttpMetrics.method(request.getMethod());
        return known.equals("other") ? "_OTHER" : known;
    }

    private void conclude(HttpExchange exchange, HttpServletRequest request) {
        Span span = exchange.span();
        if (!span.isRecording()) {
            return;
        }
        int status = exchange.status();
        span.setAttribute(STATUS, (long) status);
        String template = exchange.route().template();
        if (template != null) {
            span.setAttribute(ROUTE, template);
        }
        String user = exchange.userId();
        if (user != null) {
            span.setAttribute(USER, user);
        }
        if (status >= 500) {
            fail(exchange, request, span, status);
        }
    }

    /** An exception that a handler's advice turned into an answer is named; one that nobody took is told in full. */
    private static void fail(HttpExchange exchange, HttpServletRequest request, Span span, int status) {
        span.setStatus(StatusCode.ERROR);
        Throwable escaped = exchange.failure();
        Object handled = request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE);
        if (escaped != null) {
            span.recordException(escaped)
                    .setAttribute(ERROR_TYPE, escaped.getClass().getName());
        } else if (handled != null) {
            span.setAttribute(ERROR_TYPE, handled.getClass().getName());
        } else {
            span.setAttribute(ERROR_TYPE, Integer.toString(status));
        }
    }
}
