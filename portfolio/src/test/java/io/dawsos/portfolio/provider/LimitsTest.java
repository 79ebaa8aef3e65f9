package io.dawsos.portfolio.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final Set<String> APPLE = Set.of("AAPL");
    private static final Instant NOW = Instant.parse("2026-03-09T15:00:00Z");

    @Test
    void retryAfter_secondsOrDate_isRead() {
        assertThat(RetryAfter.parse("120", NOW)).isEqualTo(Duration.ofMinutes(2));
        assertThat(RetryAfter.parse(" 0 ", NOW)).isEqualTo(Duration.ZERO);
        assertThat(RetryAfter.parse("Mon, 09 Mar 2026 15:00:30 GMT", NOW)).isEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void retryAfter_past_isNothing() {
        assertThat(RetryAfter.parse("Mon, 09 Mar 2026 14:00:00 GMT", NOW)).isEqualTo(Duration.ZERO);
    }

    @Test
    void retryAfter_absurd_isAnHour() {
        assertThat(RetryAfter.parse("999999999999", NOW)).isEqualTo(RetryAfter.MOST);
        assertThat(RetryAfter.parse("Mon, 09 Mar 2099 15:00:00 GMT", NOW)).isEqualTo(RetryAfter.MOST);
    }

    @Test
    void retryAfter_neither_isNull() {
        assertThat(RetryAfter.parse("soon", NOW)).isNull();
        assertThat(RetryAfter.parse("-5", NOW)).isNull();
        assertThat(RetryAfter.parse("1.5", NOW)).isNull();
        assertThat(RetryAfter.parse("9999999999999999999999", NOW)).isNull();
    }

    @Property
    void backoff_anyRepeat_isWithinItsDoublingBound(
            @ForAll @IntRange(min = 1, max = 1000) int repeat, @ForAll long seed) {
        Backoff backoff = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(5), new Random(seed));

        Duration pause = backoff.before(repeat);

        double bound = Math.min(5.0, 0.2 * Math.pow(2, repeat - 1));
        assertThat(pause.toNanos() / 1e9).isBetween(0.0, bound);
    }

    @Test
    void limited_withinTheTime_waitsAsLongAsToldAndSucceeds() throws Exception {
        try (Bench bench = new Bench()) {
            bench.chaos("polygon?mode=limit&retry_after=7&count=1");

            assertThat(bench.polygon().quotes(APPLE).stale()).isFalse();

            assertThat(bench.time.pauses()).contains(Duration.ofSeconds(7));
            assertThat(bench.requests("polygon")).isEqualTo(2);
        }
    }

    @Test
    void limited_byDate_waitsUntilThen() throws Exception {
        try (Bench bench = new Bench()) {
            bench.chaos("polygon?mode=limit&retry_after=9&as=date&count=1");

            bench.polygon().quotes(APPLE);

            assertThat(bench.time.pauses()).contains(Duration.ofSeconds(9));
        }
    }

    @Test
    void limited_forLongerThanTheTime_nobodyAsksBeforeItIsOver() throws Exception {
        try (Bench bench = new Bench()) {
            bench.chaos("polygon?mode=limit&retry_after=300&count=1");
            assertThat(failure(bench)).isEqualTo(Failure.HTTP_429);
            assertThat(bench.time.pauses()).isEmpty();

            bench.move(Duration.ofSeconds(200));
            assertThat(failure(bench)).isEqualTo(Failure.RATE_LIMITED);
            assertThat(bench.requests("polygon")).isEqualTo(1);

            bench.move(Duration.ofSeconds(80)); // 20 of 30 seconds are waited for
            assertThat(bench.polygon().quotes(APPLE).stale()).isFalse();
            assertThat(bench.time.pauses()).containsExactly(Duration.ofSeconds(20));
            assertThat(bench.requests("polygon")).isEqualTo(2);
        }
    }

    @Test
    void ownLimit_reached_restIsNotSent() throws Exception {
        try (Bench bench = new Bench(Map.of("DAWSOS_POLYGON_PER_MINUTE", "2", "DAWSOS_PROVIDER_LIMIT", "5s"))) {
            bench.polygon().quotes(APPLE);
            bench.polygon().quotes(Set.of("IBM"));

            ProviderException failed = catchThrowableOfType(
                    ProviderException.class, () -> bench.polygon().quotes(Set.of("MSFT")));

            assertThat(failed.failure()).isEqualTo(Failure.RATE_LIMITED);
            assertThat(failed).hasMessage("polygon snapshot: not asked: more than 2 requests a minute");
            assertThat(bench.requests("polygon")).isEqualTo(2);
            assertThat(bench.counted("polygon", "snapshot", "rate_limited")).isEqualTo(1);
        }
    }

    @Test
    void interrupted_caller_givesUpAndStaysInterrupted() {
        try (Bench bench = new Bench()) {
            bench.chaos("polygon?mode=stall");
            Thread.currentThread().interrupt();

            Failure failure = failure(bench);

            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).isEqualTo(Failure.INTERRUPTED);
            assertThat(bench.breaker("polygon")).isZero();
        }
    }

    private static Failure failure(Bench bench) {
        return catchThrowableOfType(
                        ProviderException.class, () -> bench.polygon().quotes(APPLE))
                .failure();
    }
}
