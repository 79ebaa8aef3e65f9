package io.dawsos.telemetry.spring;

import io.opentelemetry.context.Context;

/** What a handler may say about the request that it serves. */
public final class HttpTelemetry {

    private HttpTelemetry() {}

    /**
     * Says that the current request was answered from the cache, or not: the {@code cache_hit} label of
     * {@code http_request_duration_seconds}, which is {@code none} for a request that never says so. A miss stays a
     * miss: one cold part makes the request cold. Follows the OpenTelemetry context, so any thread that carries it may
     * call; outside of a request, and without observability, it does nothing.
     */
    public static void cacheHit(boolean hit) {
        HttpExchange exchange = HttpExchange.from(Context.current());
        if (exchange != null) {
            exchange.cacheHit(hit);
        }
    }
}
