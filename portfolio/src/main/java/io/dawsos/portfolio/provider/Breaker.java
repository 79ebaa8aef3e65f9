package io.dawsos.portfolio.provider;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * A provider's circuit breaker: three failures in a row open it, {@link #OPEN_FOR} later it lets one request through,
 * whose success closes it and whose failure opens it again. Every change is a log line and an event of the current span.
 */
final class Breaker {

    static final int FAILURES = 3;
    static final Duration OPEN_FOR = Duration.ofSeconds(60);

    private static final Logger log = LoggerFactory.getLogger(Breaker.class);

    private final String provider;
    private final Clock clock;
    private final CircuitBreaker breaker;
    private volatile Instant since;
    private volatile @Nullable LastError lastError;

    /** What went wrong last. */
    record LastError(Instant at, Failure failure, String message) {}

    Breaker(String provider, Clock clock) {
        this.provider = provider;
        this.clock = clock;
        this.since = clock.instant();
        this.breaker = CircuitBreaker.of(provider, config(clock));
        breaker.getEventPublisher()
                .onStateTransition(event -> changed(
                        event.getStateTransition().getFromState(),
                        event.getStateTransition().getToState()));
    }

    private static CircuitBreakerConfig config(Clock clock) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(FAILURES, FAILURES, SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(100)
                .slowCallDurationThreshold(Duration.ofDays(1)) // slow is the time limit's business
                .waitDurationInOpenState(OPEN_FOR.minusMillis(1)) // it wants the time after, we want from then on
                .permittedNumberOfCallsInHalfOpenState(1)
                .clock(clock)
                .build();
    }

    String provider() {
        return provider;
    }

    /** May a request be sent? Who gets a yes must say how it ended. */
    boolean acquire() {
        return breaker.tryAcquirePermission();
    }

    void succeeded() {
        breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    void failed(ProviderException failure) {
        lastError = new LastError(clock.instant(), failure.failure(), String.valueOf(failure.getMessage()));
        if (failure.failure().breaking()) {
            breaker.onError(0, TimeUnit.NANOSECONDS, failure);
        } else {
            gaveUp();
        }
    }

    /** Nothing is known of the provider after all. */
    void gaveUp() {
        breaker.releasePermission();
    }

    /**
     * The state now. The library leaves OPEN only when somebody asks for permission; here it is left when its time is
     * over, so that who looks sees what the next request would meet.
     */
    BreakerState state() {
        if (breaker.getState() == CircuitBreaker.State.OPEN
                && Duration.between(since, clock.instant()).compareTo(OPEN_FOR) >= 0
                && breaker.tryAcquirePermission()) {
            breaker.releasePermission();
        }
        return of(breaker.getState());
    }

    /** When the state became what it is. */
    Instant since() {
        return since;
    }

    @Nullable
    LastError lastError() {
        return lastError;
    }

    private void changed(CircuitBreaker.State from, CircuitBreaker.State to) {
        since = clock.instant();
        Span.current()
                .addEvent(
                        "circuit_breaker.transition",
                        Attributes.of(
                                AttributeKey.stringKey("provider"), provider,
                                AttributeKey.stringKey("from"), from.name(),
                                AttributeKey.stringKey("to"), to.name()));
        LastError error = lastError;
        log.atLevel(to == CircuitBreaker.State.OPEN ? Level.WARN : Level.INFO)
                .addKeyValue("provider", provider)
                .addKeyValue("from", from.name())
                .addKeyValue("to", to.name())
                .addKeyValue("last_error", error == null ? "" : error.message())
                .log("circuit breaker of {} is {}", provider, to.name());
    }

    private static BreakerState of(CircuitBreaker.State state) {
        return switch (state) {
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
        };
    }
}
