package io.dawsos.portfolio.provider;

import io.dawsos.portfolio.demo.DemoMarket;
import io.dawsos.portfolio.simulator.MarketSimulator;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.TelemetrySettings;
import io.dawsos.telemetry.metrics.MetricsPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Providers set up on a market simulator, on a clock that a test moves. */
final class Bench implements AutoCloseable {

    static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 6); // a Friday
    static final DemoMarket MARKET = DemoMarket.load(LAST_DAY);
    static final String KEY = "k3y-Of/the+Test";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final MovedTime time = new MovedTime(Instant.parse("2026-03-09T15:00:00Z"));
    final Telemetry telemetry = Telemetry.start(TelemetrySettings.from(Map.of(
            "DAWSOS_STRICT_LABELS", "true",
            "OTEL_TRACES_EXPORTER", "memory",
            "OTEL_METRICS_EXPORTER", "none")));
    final MarketSimulator simulator;
    final Providers providers;

    Bench() {
        this(Map.of());
    }

    /** @param more settings that go over the usual ones */
    Bench(Map<String, String> more) {
        try {
            simulator = MarketSimulator.start(0, MARKET, time.clock());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> environment = new HashMap<>(Map.of("DAWSOS_PROVIDER_ATTEMPT_LIMIT", "5s"));
        for (String name : ProviderMetrics.ENDPOINTS.keySet()) {
            String prefix = "DAWSOS_" + name.toUpperCase(Locale.ROOT);
            environment.put(prefix + "_URL", simulator.address() + "/" + name);
            environment.put(prefix + "_KEY", KEY);
        }
        environment.putAll(more);
        providers = Providers.of(ProviderSettings.from(environment), telemetry, time);
    }

    PriceProvider polygon() {
        return providers.prices().getFirst();
    }

    PriceProvider fmp() {
        return providers.prices().getLast();
    }

    ProviderStatus status(String provider) {
        return providers.status().stream()
                .filter(one -> one.name().equals(provider))
                .findFirst()
                .orElseThrow();
    }

    /** @param orders as the simulator's control takes them: {@code fmp?mode=fail&count=3} */
    void chaos(String orders) {
        put("/chaos/" + orders);
    }

    void put(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.address() + path))
                .PUT(HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            var answer = HTTP.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How many requests have reached a provider. */
    long requests(String provider) {
        return ((Number) simulator.state().getOrDefault(provider, Map.of()).getOrDefault("requests", -1)).longValue();
    }

    /** The value of a series as the metrics page shows it, -1 when it has none. */
    double metric(String series) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(-1);
    }

    double breaker(String provider) {
        return metric("circuit_breaker_state{provider=\"%s\"}".formatted(provider));
    }

    double counted(String provider, String endpoint, String status) {
        return metric("provider_requests_total{endpoint=\"%s\",provider=\"%s\",status=\"%s\"}"
                .formatted(endpoint, provider, status));
    }

    String metrics() {
        return new String(new MetricsPage(telemetry.metrics()).answer(null).body(), StandardCharsets.UTF_8);
    }

    void move(Duration by) {
        time.move(by);
    }

    @Override
    public void close() {
        providers.close();
        simulator.close();
        telemetry.close();
    }
}
