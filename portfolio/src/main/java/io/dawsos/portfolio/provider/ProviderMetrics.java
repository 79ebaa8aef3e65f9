package io.dawsos.portfolio.provider;

import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Gauge;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is measured of the providers; every series exists from the start. */
final class ProviderMetrics {

    static final String OK = "ok";

    /** What is asked of each provider. */
    static final Map<String, List<String>> ENDPOINTS = Map.of(
            "polygon", List.of("grouped_daily", "snapshot"),
            "fmp", List.of("eod_bulk", "batch_quote"),
            "fred", List.of("observations"),
            "news", List.of("reference_news"));

    private static final double[] SECONDS = {0.1, 0.5, 1, 2, 5, 10};

    private final Gauge state;
    private final Counter requests;
    private final Histogram latency;
    private final Counter stale;

    ProviderMetrics(Metrics metrics) {
        Label provider = Label.of("provider", new TreeSet<>(ENDPOINTS.keySet()));
        Set<String> names = new TreeSet<>();
        ENDPOINTS.values().forEach(names::addAll);
        Label endpoint = Label.of("endpoint", names);
        state = metrics.gauge(
                "circuit_breaker_state", "Circuit breaker of each provider: 0 closed, 1 open, 2 half open.", provider);
        requests = metrics.counter(
                "provider_requests_total",
                "Requests to providers by how they ended, those that were not sent among them.",
                provider,
                endpoint,
                Label.of("status", statuses()));
        latency = metrics.histogram(
                "provider_latency_seconds",
                "How long each request that was sent to a provider took, whatever came of it.",
                SECONDS,
                provider,
                endpoint);
        stale = metrics.counter(
                "provider_stale_answers_total",
                "Questions that were answered with an earlier answer because the provider did not answer.",
                provider,
                endpoint);
        ENDPOINTS.forEach((name, endpoints) -> endpoints.forEach(one -> init(name, one)));
    }

    private void init(String provider, String endpoint) {
        statuses().forEach(status -> requests.init(provider, endpoint, status));
        latency.init(provider, endpoint);
        stale.init(provider, endpoint);
    }

    private static List<String> statuses() {
        return Stream.concat(Stream.of(OK), Arrays.stream(Failure.values()).map(Failure::status))
                .toList();
    }

    void watch(Breaker breaker) {
        state.watch(() -> breaker.state().code(), breaker.provider());
    }

    void count(String provider, String endpoint, String status) {
        requests.inc(provider, endpoint, status);
    }

    void took(String provider, String endpoint, double seconds) {
        latency.observe(seconds, provider, endpoint);
    }

    void answeredStale(String provider, String endpoint) {
        stale.inc(provider, endpoint);
    }
}
