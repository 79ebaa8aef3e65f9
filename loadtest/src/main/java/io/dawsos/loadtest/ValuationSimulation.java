package io.dawsos.loadtest;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.Assertion;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Valuations of the 200 demo portfolios, drawn evenly, arriving at a constant rate whatever the service does: a slow
 * answer does not make the next request later (no coordinated omission). One in five asks for another currency.
 *
 * <p>Fails when the service misses its objectives: p95 over 1.2 s, or more than one failure in a hundred.
 */
public final class ValuationSimulation extends Simulation {

    private static final int PORTFOLIOS = 200;

    public ValuationSimulation() {
        LoadSettings settings = LoadSettings.current();
        HttpProtocolBuilder protocol = http.baseUrl(settings.url())
                .authorizationHeader("Bearer " + settings.token())
                .acceptHeader("application/json")
                .shareConnections();
        setUp(scenario("valuations")
                        .feed(draws(new Random(1)))
                        .exec(valuation())
                        .injectOpen(constantUsersPerSec(settings.requestsPerSecond())
                                .during(settings.duration())))
                .protocols(protocol)
                .assertions(objectives());
    }

    private static HttpRequestActionBuilder valuation() {
        return http("#{name}")
                .get("/v1/portfolios/#{portfolio}/valuation#{query}")
                .check(status().is(200));
    }

    /** The same sequence in every run: what is drawn does not depend on when it is asked for. */
    private static Supplier<Iterator<Map<String, Object>>> draws(Random random) {
        return () -> Stream.generate(() -> draw(random)).iterator();
    }

    private static Map<String, Object> draw(Random random) {
        String portfolio = id(1 + random.nextInt(PORTFOLIOS));
        return switch (random.nextInt(10)) {
            case 0 -> Map.of("portfolio", portfolio, "name", "valuation in EUR", "query", "?currency=EUR");
            case 1 -> Map.of("portfolio", portfolio, "name", "valuation in GBP", "query", "?currency=GBP");
            default -> Map.of("portfolio", portfolio, "name", "valuation", "query", "");
        };
    }

    private static String id(int n) {
        return "00000000-0000-4000-8000-%012d".formatted(n);
    }

    private static Assertion[] objectives() {
        return new Assertion[] {
            global().responseTime().percentile(95).lte(1200),
            global().failedRequests().percent().lte(1.0)
        };
    }
}
