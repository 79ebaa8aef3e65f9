package io.dawsos.telemetry.spring;

import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * {@code http_requests_total} and {@code http_request_duration_seconds}. All labels are closed sets, and the series that
 * an objective asks for exist from the start: one that appeared with its first failure would hide it from
 * {@code increase()}.
 */
final class HttpMetrics {

    private static final double[] BOUNDS = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1.0, 1.2, 2.0, 5.0, 10.0
    };
    private static final List<String> METHODS =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT");
    /** What a client that tries paths can cause; each exists before it tries. */
    private static final List<Integer> UNMATCHED = List.of(400, 401, 403, 404, 405);

    private static final List<Integer> FAILURES = List.of(400, 401, 403, 404, 409, 422, 429, 500, 503);

    private final Counter requests;
    private final Histogram durations;

    HttpMetrics(Metrics metrics, Routes routes) {
        Label method = Label.of("method", METHODS);
        Label endpoint = Label.of("endpoint", routes.endpoints());
        requests = metrics.counter(
                "http_requests_total",
                "HTTP requests answered, by the status that the caller got.",
                method,
                endpoint,
                Label.of("status", statuses()));
        durations = metrics.histogram(
                "http_request_duration_seconds",
                "Time from a request's arrival to the end of its answer; cache_hit is none where no cache was asked.",
                BOUNDS,
                method,
                endpoint,
                Label.of("cache_hit", "none", "true", "false"));
        routes.mapped().forEach(this::init);
        METHODS.forEach(each -> init(each, Route.OTHER.endpoint(), UNMATCHED));
        init("other", Route.OTHER.endpoint(), UNMATCHED);
        init("GET", Route.STATIC.endpoint(), List.of(200, 304, 403, 500));
    }

    /** @param cacheHit {@code none}, {@code true} or {@code false} */
    void record(String method, Route route, int status, String cacheHit, double seconds) {
        requests.inc(method, route.endpoint(), Integer.toString(status));
        durations.observe(seconds, method, route.endpoint(), cacheHit);
    }

    /** A standard method's name, or {@code other}: callers may write anything. */
    static String method(String name) {
        return METHODS.contains(name) ? name : "other";
    }

    private void init(Routes.Mapped mapped) {
        String endpoint = mapped.route().endpoint();
        for (String method : mapped.methods().isEmpty() ? Set.of("GET") : mapped.methods()) {
            init(method, endpoint, successes(method));
            init(method, endpoint, FAILURES);
            if (mapped.cached()) {
                durations.init(method, endpoint, "true").init(method, endpoint, "false");
            }
        }
    }

    private void init(String method, String endpoint, Collection<Integer> statuses) {
        statuses.forEach(status -> requests.init(method, endpoint, Integer.toString(status)));
        durations.init(method, endpoint, "none");
    }

    private static List<Integer> successes(String method) {
        return switch (method) {
            case "POST", "PUT" -> List.of(200, 201);
            case "DELETE" -> List.of(200, 204);
            default -> List.of(200);
        };
    }

    private static Set<String> statuses() {
        Set<String> codes = new LinkedHashSet<>();
        Arrays.stream(HttpStatus.values()).forEach(each -> codes.add(Integer.toString(each.value())));
        return codes;
    }
}
