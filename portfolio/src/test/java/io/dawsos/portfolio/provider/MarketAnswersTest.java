package io.dawsos.portfolio.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the providers answer when all is well. */
class MarketAnswersTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private static Map<String, BigDecimal> demoCloses(int daysBack) {
        int day = Bench.MARKET.days().size() - 1 - daysBack;
        Map<String, BigDecimal> closes = new HashMap<>();
        for (int i = 0; i < Bench.MARKET.securities().size(); i++) {
            closes.put(Bench.MARKET.securities().get(i).symbol(), Bench.MARKET.price(i, day));
        }
        return closes;
    }

    private static Set<String> all() {
        return demoCloses(0).keySet();
    }

    @Test
    void closes_ofADemoDay_areTheDemosFromBoth() throws Exception {
        for (PriceProvider provider : bench.providers.prices()) {
            Answer<Map<String, BigDecimal>> answer = provider.closes(Bench.LAST_DAY, all());

            assertThat(answer.value())
                    .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                    .usingRecursiveComparison()
                    .isEqualTo(demoCloses(0));
            assertThat(answer.provider()).isEqualTo(provider.name());
            assertThat(answer.at()).isEqualTo(bench.time.clock().instant());
        }
    }

    @Test
    void closes_onASunday_areFridays() throws Exception {
        for (PriceProvider provider : bench.providers.prices()) {
            assertThat(provider.closes(Bench.LAST_DAY.plusDays(2), Set.of("AAPL", "IBM"))
                            .value())
                    .isEqualTo(provider.closes(Bench.LAST_DAY, Set.of("AAPL", "IBM"))
                            .value())
                    .hasSize(2);
        }
        assertThat(bench.requests("fmp")).isEqualTo(4);
    }

    @Test
    void closes_daysAfterTheDemo_areTheSameFromBothAndEveryTime() throws Exception {
        LocalDate day = Bench.LAST_DAY.plusDays(35);
        Map<String, BigDecimal> first = bench.polygon().closes(day, all()).value();

        assertThat(first).hasSize(250);
        assertThat(bench.fmp().closes(day, all()).value()).isEqualTo(first);
        assertThat(first)
                .isNotEqualTo(bench.polygon().closes(Bench.LAST_DAY, all()).value());
        try (Bench other = new Bench()) {
            assertThat(other.polygon().closes(day, all()).value()).isEqualTo(first);
        }
    }

    @Test
    void closes_unknownSymbol_isMissing() throws Exception {
        assertThat(bench.fmp().closes(Bench.LAST_DAY, Set.of("AAPL", "NOPE")).value())
                .containsOnlyKeys("AAPL");
    }

    @Test
    void closes_beforeTheMarketBegan_areNoneAfterAWeekBack() throws Exception {
        assertThat(bench.fmp().closes(LocalDate.of(1999, 1, 4), Set.of("AAPL")).value())
                .isEmpty();
        assertThat(bench.requests("fmp")).isEqualTo(8);
    }

    @Test
    void quotes_withinTheDay_moveAndAreTheSameFromBoth() throws Exception {
        Map<String, BigDecimal> first = bench.polygon().quotes(all()).value();
        bench.move(Duration.ofMinutes(30));
        Map<String, BigDecimal> later = bench.polygon().quotes(all()).value();

        assertThat(first).hasSize(250);
        assertThat(later)
                .hasSize(250)
                .isNotEqualTo(first)
                .isEqualTo(bench.fmp().quotes(all()).value());
    }

    private static BigDecimal apple(PriceProvider provider) throws ProviderException {
        return Objects.requireNonNull(provider.quotes(Set.of("AAPL")).value().get("AAPL"));
    }

    @Test
    void quotes_movedByHand_moveByThatMuch() throws Exception {
        BigDecimal before = apple(bench.fmp());

        bench.put("/market/AAPL?percent=-10");

        BigDecimal after = apple(bench.polygon());
        assertThat(after.doubleValue() / before.doubleValue()).isBetween(0.8999, 0.9001);
        bench.put("/market/AAPL?percent=0");
        assertThat(apple(bench.polygon())).isEqualByComparingTo(before);
    }

    @Test
    void quotes_ofMoreThanFitIntoAnAddress_areAskedForInParts() throws Exception {
        Set<String> many = IntStream.range(0, 700).mapToObj(i -> "X" + i).collect(Collectors.toSet());
        many.add("AAPL");

        assertThat(bench.fmp().quotes(many).value()).containsOnlyKeys("AAPL");
        assertThat(bench.requests("fmp")).isEqualTo(3);
    }

    @Test
    void quotes_ofNothing_asksNobody() throws Exception {
        assertThat(bench.fmp().quotes(Set.of()).value()).isEmpty();
        assertThat(bench.requests("fmp")).isZero();
    }

    @Test
    void quotes_ofWhatIsNoSymbol_isRefusedBeforeAnybodyIsAsked() {
        assertThatThrownBy(() -> bench.fmp().quotes(Set.of("A&apikey=1"))).isInstanceOf(IllegalArgumentException.class);
        assertThat(bench.requests("fmp")).isZero();
    }

    @Test
    void rates_ofADay_areDollarsForOneUnit() throws Exception {
        Map<String, BigDecimal> rates = bench.providers
                .rates()
                .rates(Bench.LAST_DAY, Set.of("USD", "EUR", "GBP", "CHF", "JPY"))
                .value();

        int last = Bench.MARKET.days().size() - 1;
        assertThat(rates.get("EUR"))
                .isEqualByComparingTo(Bench.MARKET.rates(last).get("EUR"));
        assertThat(rates.get("GBP"))
                .isEqualByComparingTo(Bench.MARKET.rates(last).get("GBP"));
        assertThat(rates.get("USD")).isEqualByComparingTo(BigDecimal.ONE);
        assertThat(rates.get("CHF")).isBetween(new BigDecimal("1.0"), new BigDecimal("1.3"));
        assertThat(rates.get("JPY")).isBetween(new BigDecimal("0.006"), new BigDecimal("0.0072"));
        assertThat(Objects.requireNonNull(rates.get("JPY")).scale()).isEqualTo(10);
    }

    @Test
    void rates_onAHoliday_areTheDayBefores() throws Exception {
        LocalDate christmas = LocalDate.of(2025, 12, 25);

        assertThat(bench.providers.rates().rates(christmas, Set.of("EUR")).value())
                .isEqualTo(bench.providers
                        .rates()
                        .rates(christmas.minusDays(1), Set.of("EUR"))
                        .value());
    }

    @Test
    void rates_ofACurrencyWithoutSeries_sayWhich() {
        ProviderException failed = catchThrowableOfType(
                ProviderException.class, () -> bench.providers.rates().rates(Bench.LAST_DAY, Set.of("XAU")));

        assertThat(failed).hasMessageContaining("no series for XAU");
        assertThat(bench.requests("fred")).isZero();
    }

    @Test
    void rates_yearsAfterTheLastValue_areNone() {
        ProviderException failed = catchThrowableOfType(
                ProviderException.class, () -> bench.providers.rates().rates(LocalDate.of(2100, 1, 4), Set.of("EUR")));

        assertThat(failed.failure()).isEqualTo(Failure.GARBAGE);
        assertThat(failed)
                .hasMessage("fred observations: DEXUSEU: wanted a value within 14 days up to 2100-01-04, got none");
    }

    @Test
    void news_ofASecurity_areNewestFirstAsManyAsWanted() throws Exception {
        var news = bench.providers.news().news("IBM", 7).value();

        assertThat(news).hasSize(7).allSatisfy(item -> assertThat(item.symbols())
                .containsExactly("IBM"));
        assertThat(news).isSortedAccordingTo((a, b) -> b.publishedAt().compareTo(a.publishedAt()));
        assertThat(news.getFirst().title()).contains("IBM").contains("(simulated)");
    }
}
