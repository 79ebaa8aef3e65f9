package io.dawsos.portfolio.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which the simulator can misbehave, for every question that is asked of every provider. */
class ChaosModesTest {

    private static final Set<String> SYMBOLS = Set.of("AAPL", "SYN004");

    @FunctionalInterface
    interface Ask {
        Answer<?> of(Providers providers) throws ProviderException;
    }

    record Asked(String provider, String endpoint, Ask ask) {
        @Override
        public String toString() {
            return provider + " " + endpoint;
        }
    }

    static final List<Asked> QUESTIONS = List.of(
            new Asked("polygon", "grouped_daily", of -> of.prices().getFirst().closes(Bench.LAST_DAY, SYMBOLS)),
            new Asked("polygon", "snapshot", of -> of.prices().getFirst().quotes(SYMBOLS)),
            new Asked("fmp", "eod_bulk", of -> of.prices().getLast().closes(Bench.LAST_DAY, SYMBOLS)),
            new Asked("fmp", "batch_quote", of -> of.prices().getLast().quotes(SYMBOLS)),
            new Asked("fred", "observations", of -> of.rates().rates(Bench.LAST_DAY, Set.of("EUR"))),
            new Asked("news", "reference_news", of -> of.news().news("AAPL", 5)));

    record Mode(String orders, Failure failure, int requests) {
        @Override
        public String toString() {
            return orders;
        }
    }

    static final List<Mode> MODES = List.of(
            new Mode("mode=fail", Failure.HTTP_5XX, 3),
            new Mode("mode=stall", Failure.TIMEOUT, 3),
            new Mode("mode=limit&retry_after=2", Failure.HTTP_429, 3),
            new Mode("mode=limit&retry_after=2&as=date", Failure.HTTP_429, 3),
            new Mode("mode=limit&retry_after=3600", Failure.HTTP_429, 1),
            new Mode("mode=garbage&kind=html", Failure.GARBAGE, 1),
            new Mode("mode=garbage&kind=truncated", Failure.GARBAGE, 1),
            new Mode("mode=garbage&kind=types", Failure.GARBAGE, 1),
            new Mode("mode=garbage&kind=huge", Failure.GARBAGE, 1),
            new Mode("mode=garbage&kind=empty", Failure.GARBAGE, 1),
            new Mode("mode=garbage&kind=negative", Failure.GARBAGE, 1));

    static List<Arguments> all() {
        List<Arguments> all = new ArrayList<>();
        for (Asked asked : QUESTIONS) {
            for (Mode mode : MODES) {
                if (!(mode.orders.contains("negative") && asked.provider.equals("news"))) { // news has no prices
                    all.add(Arguments.of(asked, mode));
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("all")
    void provider_misbehaving_failsForThatReasonAndIsMeasured(Asked asked, Mode mode) throws Exception {
        try (Bench bench = new Bench(Map.of("DAWSOS_PROVIDER_ATTEMPT_LIMIT", limit(mode)))) {
            bench.chaos(asked.provider + "?" + mode.orders);

            ProviderException failed =
                    catchThrowableOfType(ProviderException.class, () -> asked.ask.of(bench.providers));

            assertThat(failed).isNotNull();
            assertThat(failed.failure()).isEqualTo(mode.failure);
            assertThat(failed.provider()).isEqualTo(asked.provider);
            assertThat(failed).hasMessageStartingWith(asked + ": ").hasMessageNotContaining(Bench.KEY);
            // What is given up on may still be on its way when the caller goes on.
            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> assertThat(bench.requests(asked.provider))
                    .isEqualTo(mode.requests));
            assertThat(bench.counted(asked.provider, asked.endpoint, mode.failure.status()))
                    .isEqualTo(mode.requests);
            assertThat(bench.metric("provider_latency_seconds_count{endpoint=\"%s\",provider=\"%s\"}"
                            .formatted(asked.endpoint, asked.provider)))
                    .isEqualTo(mode.requests);
        }
    }

    /** What stalls is given up on soon; a large body is given the time that it takes. */
    private static String limit(Mode mode) {
        return mode.failure == Failure.TIMEOUT ? "500ms" : "20s";
    }

    @ParameterizedTest
    @MethodSource("questions")
    void provider_failingAfterAnAnswer_answersThatAgainAsStale(Asked asked) throws Exception {
        try (Bench bench = new Bench()) {
            Answer<?> fresh = asked.ask.of(bench.providers);
            bench.move(Duration.ofMinutes(10));
            bench.chaos(asked.provider + "?mode=fail");

            Answer<?> stale = asked.ask.of(bench.providers);

            assertThat(fresh.stale()).isFalse();
            assertThat(stale.stale()).isTrue();
            assertThat(stale.value()).isEqualTo(fresh.value());
            assertThat(stale.at()).isEqualTo(fresh.at());
            assertThat(bench.metric("provider_stale_answers_total{endpoint=\"%s\",provider=\"%s\"}"
                            .formatted(asked.endpoint, asked.provider)))
                    .isEqualTo(1);
        }
    }

    static List<Asked> questions() {
        return QUESTIONS;
    }

    @Test
    void quotes_failingLongAfterAnAnswer_areNotAnsweredWithIt() throws Exception {
        try (Bench bench = new Bench()) {
            bench.fmp().quotes(SYMBOLS);
            bench.move(Duration.ofMinutes(16));
            bench.chaos("fmp?mode=fail");

            assertThat(catchThrowableOfType(
                            ProviderException.class, () -> bench.fmp().quotes(SYMBOLS)))
                    .isNotNull();
        }
    }

    @Test
    void provider_nobodyListening_isUnreachable() {
        try (Bench bench = new Bench()) {
            bench.simulator.close();

            ProviderException failed = catchThrowableOfType(
                    ProviderException.class, () -> bench.fmp().quotes(SYMBOLS));

            assertThat(failed.failure()).isEqualTo(Failure.UNREACHABLE);
            assertThat(bench.breaker("fmp")).isEqualTo(1);
        }
    }
}
