package io.dawsos.observatory.server.metrics;

import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.Set;

/** Requests of HTTP by the route that took them. */
public final class RequestMetrics implements Filter {
    private static final double[] SECONDS = {0.005, 0.01, 0.05, 0.1, 0.2, 0.4, 1, 3, 8, 20, 60, 120};

    private static final Set<Integer> UNROUTED = Set.of(401, 403, 404, 405);

    private final Counter requests;
    private final Histogram seconds;

    public RequestMetrics(Metrics metrics) {
        Label handler = Label.open("handler", 200);
        requests = metrics.counter(
                "prometheus_http_requests_total",
                "Requests of HTTP that were answered.",
                handler,
                Label.open("code", 100));
        seconds = metrics.histogram(
                "prometheus_http_request_duration_seconds", "How long requests of HTTP took.", SECONDS, handler);
    }

    @Override
    public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
        long began = System.nanoTime();
        try {
            chain.proceed();
        } finally {
            int code = response.status().code();
            String handler =
                    response.isSent() ? handler(request.path().absolute().path(), code) : Label.OTHER;
            requests.inc(handler, Integer.toString(code));
            seconds.observe((System.nanoTime() - began) / 1e9, handler);
        }
    }

    /** The route: what varies in a path is left out, and what no route took is of no route. */
    private static String handler(String path, int code) {
        if (UNROUTED.contains(code)) {
            return Label.OTHER;
        }
        if (path.startsWith("/api/v1/label/")) {
            return "/api/v1/label/:name/values";
        }
        return path.startsWith("/api/v2/silence/") ? "/api/v2/silence/:id" : path;
    }
}
