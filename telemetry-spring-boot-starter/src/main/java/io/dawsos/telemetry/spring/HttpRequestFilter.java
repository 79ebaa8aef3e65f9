package io.dawsos.telemetry.spring;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Begins an {@link HttpExchange} with each request and makes it current in all of its dispatches: the first, those of an
 * asynchronous answer, and that to the error page. Comes before every other filter, security's too, so that what they
 * refuse is seen. {@link HttpRequestEnd} ends it.
 */
final class HttpRequestFilter implements Filter {

    private final HttpExchanges exchanges;
    private final IgnoredPaths ignored;

    HttpRequestFilter(HttpExchanges exchanges, IgnoredPaths ignored) {
        this.exchanges = exchanges;
        this.ignored = ignored;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getAttribute(HttpExchange.ATTRIBUTE) instanceof HttpExchange known) {
            dispatch(known, request, response, chain);
        } else if (request.getDispatcherType() == DispatcherType.REQUEST
                && request instanceof HttpServletRequest http
                && response instanceof HttpServletResponse answer
                && !ignored.contains(http)) {
            first(http, answer, chain);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void first(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpExchange exchange = exchanges.begin(request, response);
        request.setAttribute(HttpExchange.ATTRIBUTE, exchange);
        try {
            dispatch(exchange, request, response, chain);
        } finally {
            exchanges.dispatched(exchange, request);
        }
    }

    private static void dispatch(
            HttpExchange exchange, ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        exchange.enter();
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error thrown) {
            exchange.failed(thrown);
            throw thrown;
        } finally {
            if (request.isAsyncStarted()) {
                exchange.leave(); // this thread goes on to other requests; the answer comes from another
            }
        }
    }
}
