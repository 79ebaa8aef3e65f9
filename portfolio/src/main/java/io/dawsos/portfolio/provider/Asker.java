package io.dawsos.portfolio.provider;

import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks one provider, as often as a question's time allows and the provider bears: behind its rate limit, its word on
 * when to come back, and its circuit breaker. When there is no answer, an earlier one stands in.
 */
final class Asker {

    private static final Logger log = LoggerFactory.getLogger(Asker.class);

    private static final int MOST_ATTEMPTS = 3;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Source source;
    private final ProviderSettings settings;
    private final Wire wire;
    private final Breaker breaker;
    private final RateLimiter limiter;
    private final Backoff backoff;
    private final StaleAnswers earlier;
    private final ProviderMetrics metrics;
    private final Timekeeper time;
    private final Capability capability;
    private volatile Instant quietUntil = Instant.MIN;

    Asker(
            Source source,
            ProviderSettings settings,
            Wire wire,
            Backoff backoff,
            ProviderMetrics metrics,
            Telemetry telemetry,
            Timekeeper time) {
        this.source = source;
        this.settings = settings;
        this.wire = wire;
        this.backoff = backoff;
        this.metrics = metrics;
        this.time = time;
        this.breaker = new Breaker(source.name(), time.clock());
        this.limiter = RateLimiter.of(source.name(), limits(source.perMinute(), settings.totalLimit()));
        this.earlier = new StaleAnswers(source.name());
        this.capability = telemetry
                .capability("provider.request")
                .attribute("provider", source.name())
                .expecting(ProviderException.NotAsked.class);
        metrics.watch(breaker);
    }

    private static RateLimiterConfig limits(int perMinute, Duration longestWait) {
        return RateLimiterConfig.custom()
                .limitForPeriod(perMinute)
                .limitRefreshPeriod(MINUTE)
                .timeoutDuration(longestWait)
                .build();
    }

    Source source() {
        return source;
    }

    Breaker breaker() {
        return breaker;
    }

    <T> Answer<T> ask(Question<T> question) throws ProviderException {
        return capability.run(span -> {
            span.setAttribute("provider.endpoint", question.endpoint());
            Answer<T> answer = answer(question);
            span.setAttribute("provider.stale", answer.stale());
            return answer;
        });
    }

    private <T> Answer<T> answer(Question<T> question) throws ProviderException {
        try {
            Answer<T> answer = new Answer<>(repeat(question), time.clock().instant(), false, source.name());
            earlier.keep(question, answer);
            return answer;
        } catch (ProviderException failure) {
            Optional<Answer<T>> stale = earlier.find(question, time.clock().instant());
            stale.ifPresent(answer -> standsIn(question, answer, failure));
            return stale.orElseThrow(() -> failure);
        }
    }

    private void standsIn(Question<?> question, Answer<?> answer, ProviderException failure) {
        metrics.answeredStale(source.name(), question.endpoint());
        log.atWarn()
                .addKeyValue("provider", source.name())
                .addKeyValue("endpoint", question.endpoint())
                .addKeyValue("answer_at", answer.at().toString())
                .log("answered with an earlier answer: {}", failure.getMessage());
    }

    private <T> T repeat(Question<T> question) throws ProviderException {
        Deadline deadline = Deadline.in(settings.totalLimit(), time);
        for (int attempt = 1; ; attempt++) {
            try {
                return once(question, deadline);
            } catch (Wire.Failed failed) {
                Duration pause = failed.retryAfter() == null ? backoff.before(attempt) : failed.retryAfter();
                boolean again = failed.failure().failure().repeatable() && breaker.state() != BreakerState.OPEN;
                if (!again || attempt == MOST_ATTEMPTS || !deadline.allows(pause)) {
                    throw failed.failure();
                }
                Span.current().addEvent("provider.repeat", because(failed.failure()));
                pause(question, pause);
            }
        }
    }

    private static Attributes because(ProviderException failure) {
        return Attributes.of(
                AttributeKey.stringKey("provider.failure"), failure.failure().status());
    }

    private <T> T once(Question<T> question, Deadline deadline) throws ProviderException, Wire.Failed {
        refuseIfOpen(question, breaker.state() != BreakerState.OPEN);
        waitUntilWelcome(question, deadline);
        takeTurn(question, deadline);
        refuseIfOpen(question, breaker.acquire());
        return send(question, deadline.atMost(settings.attemptLimit()));
    }

    private void refuseIfOpen(Question<?> question, boolean permitted) throws ProviderException {
        if (!permitted) {
            throw notAsked(question, Failure.REFUSED, "not asked: its circuit breaker is " + breaker.state());
        }
    }

    /** A provider that said when to come back is not asked before. */
    private void waitUntilWelcome(Question<?> question, Deadline deadline) throws ProviderException {
        Instant now = time.clock().instant();
        Instant until = quietUntil;
        if (now.isBefore(until)) {
            Duration wait = Duration.between(now, until);
            if (!deadline.allows(wait)) {
                throw notAsked(question, Failure.RATE_LIMITED, "not asked: it wants to be left alone until " + until);
            }
            pause(question, wait);
        }
    }

    private void takeTurn(Question<?> question, Deadline deadline) throws ProviderException {
        if (!deadline.left().isPositive()) {
            throw notAsked(question, Failure.RATE_LIMITED, "not asked: no time is left");
        }
        long wait = limiter.reservePermission();
        if (wait < 0 || !deadline.allows(Duration.ofNanos(wait))) {
            throw notAsked(
                    question,
                    Failure.RATE_LIMITED,
                    "not asked: more than %d requests a minute".formatted(source.perMinute()));
        }
        pause(question, Duration.ofNanos(wait));
    }

    private <T> T send(Question<T> question, Duration limit) throws Wire.Failed {
        long start = time.nanos();
        try {
            T answer = wire.send(question, limit);
            breaker.succeeded();
            count(question, ProviderMetrics.OK, start);
            return answer;
        } catch (Wire.Failed failed) {
            rememberWhenToComeBack(failed);
            breaker.failed(failed.failure());
            count(question, failed.failure().failure().status(), start);
            throw failed;
        } catch (RuntimeException | Error bug) {
            breaker.gaveUp(); // or a half-open breaker would wait for this request for ever
            throw bug;
        }
    }

    private void count(Question<?> question, String status, long start) {
        metrics.count(source.name(), question.endpoint(), status);
        metrics.took(source.name(), question.endpoint(), (time.nanos() - start) / 1e9);
    }

    private void rememberWhenToComeBack(Wire.Failed failed) {
        Duration wait = failed.retryAfter();
        if (wait != null) {
            quietUntil = time.clock().instant().plus(wait);
        }
    }

    private void pause(Question<?> question, Duration duration) throws ProviderException {
        if (duration.isZero()) {
            return;
        }
        try {
            time.pause(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notAsked(question, Failure.INTERRUPTED, "not asked: interrupted");
        }
    }

    private ProviderException notAsked(Question<?> question, Failure failure, String what) {
        metrics.count(source.name(), question.endpoint(), failure.status());
        String message = "%s %s: %s".formatted(source.name(), question.endpoint(), what);
        return new ProviderException.NotAsked(source.name(), failure, message);
    }
}
