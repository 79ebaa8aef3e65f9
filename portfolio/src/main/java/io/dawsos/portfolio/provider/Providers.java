package io.dawsos.portfolio.provider;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.http.TracedHttpClient;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The providers that are set up. Thread-safe. */
public final class Providers implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Providers.class);

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(1);

    private final HttpClient http;
    private final List<Asker> askers;
    private final List<PriceProvider> prices;
    private final List<PriceProvider> quotes;
    private final RateProvider rates;
    private final NewsProvider news;

    private Providers(ProviderSettings settings, Telemetry telemetry, Timekeeper time) {
        Clock clock = time.clock();
        ProviderMetrics metrics = new ProviderMetrics(telemetry.metrics());
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), new Random());
        http = TracedHttpClient.wrap(
                HttpClient.newBuilder().connectTimeout(CONNECT).build(), telemetry);
        Asking asking = (source, key) ->
                new Asker(source, settings, new Wire(source, key, http, clock), backoff, metrics, telemetry, time);
        Asker polygon = asking.of(settings.polygon(), PolygonForm.KEY_PARAMETER);
        Asker fmp = asking.of(settings.fmp(), FmpForm.KEY_PARAMETER);
        Asker fred = asking.of(settings.fred(), FredClient.KEY_PARAMETER);
        Asker newsSource = asking.of(settings.news(), NewsClient.KEY_PARAMETER);
        askers = List.of(polygon, fmp, fred, newsSource);
        PriceProvider fromPolygon = new PriceClient(polygon, clock, new PolygonForm());
        PriceProvider fromFmp = new PriceClient(fmp, clock, new FmpForm());
        prices = List.of(fromPolygon, fromFmp);
        quotes = List.of(fromFmp, fromPolygon);
        rates = new FredClient(fred, clock);
        news = new NewsClient(newsSource);
        askers.forEach(asker -> report(asker, telemetry));
    }

    @FunctionalInterface
    private interface Asking {
        Asker of(Source source, String keyParameter);
    }

    /** Asks nobody yet. Says once which providers the market simulator stands in for. */
    public static Providers of(ProviderSettings settings, Telemetry telemetry, Clock clock) {
        return of(settings, telemetry, Timekeeper.of(clock));
    }

    static Providers of(ProviderSettings settings, Telemetry telemetry, Timekeeper time) {
        Providers providers = new Providers(settings, telemetry, time);
        sayWhatIsSimulated(settings);
        return providers;
    }

    /** By its circuit breaker: to ask would cost a request. */
    private static void report(Asker asker, Telemetry telemetry) {
        String name = asker.source().name();
        telemetry.health().want("provider." + name, HEALTH_LIMIT, () -> {
            ProviderStatus status = status(asker);
            if (status.state() != BreakerState.CLOSED) {
                throw new IllegalStateException("circuit breaker %s since %s; %s"
                        .formatted(status.state(), status.since(), status.lastError()));
            }
        });
    }

    /** Some real and some simulated is what nobody wants to find out later. */
    private static void sayWhatIsSimulated(ProviderSettings settings) {
        List<String> simulated = settings.simulated();
        if (simulated.isEmpty()) {
            return;
        }
        String names = String.join(", ", simulated);
        if (settings.real().isEmpty()) {
            log.info("no provider's key is set: the market simulator answers for {}", names);
        } else {
            log.warn("no key is set for {}: the market simulator answers for them, not for the others", names);
        }
    }

    /** In the order in which to ask for the closing prices of a day: polygon, fmp. */
    public List<PriceProvider> prices() {
        return prices;
    }

    /** In the order in which to ask for quotes, the other way round: what one allows is not used up by both. */
    public List<PriceProvider> quotes() {
        return quotes;
    }

    public RateProvider rates() {
        return rates;
    }

    public NewsProvider news() {
        return news;
    }

    /** How each provider is; nobody is asked for it. */
    public List<ProviderStatus> status() {
        return askers.stream().map(Providers::status).toList();
    }

    private static ProviderStatus status(Asker asker) {
        Breaker breaker = asker.breaker();
        BreakerState state = breaker.state();
        Breaker.LastError error = breaker.lastError();
        return new ProviderStatus(
                asker.source().name(),
                asker.source().simulated(),
                state,
                breaker.since(),
                error == null ? null : error.message(),
                error == null ? null : error.at());
    }

    /** Ends requests that are under way. */
    @Override
    public void close() {
        http.shutdownNow();
    }
}
