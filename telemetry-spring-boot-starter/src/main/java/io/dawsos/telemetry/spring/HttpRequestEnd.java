package io.dawsos.telemetry.spring;

import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Ends a request where the container says it has ended: after its error page, and after the last part of an
 * asynchronous answer. No filter sees that moment.
 */
final class HttpRequestEnd implements ServletRequestListener {

    private final HttpExchanges exchanges;

    HttpRequestEnd(HttpExchanges exchanges) {
        this.exchanges = exchanges;
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        if (event.getServletRequest() instanceof HttpServletRequest request
                && request.getAttribute(HttpExchange.ATTRIBUTE) instanceof HttpExchange exchange) {
            exchanges.end(exchange, request);
        }
    }
}
