package io.dawsos.portfolio.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DemoMarketTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 24);
    private final DemoMarket market = DemoMarket.load(LAST_DAY);

    @Test
    void days_endAtTheLastDay_areBusinessDaysOfTwoYears() {
        assertThat(market.days()).first().isEqualTo(LocalDate.of(2024, 11, 25));
        assertThat(market.days()).last().isEqualTo(LAST_DAY);
        assertThat(market.days()).hasSize(522).isSorted().doesNotHaveDuplicates();
        assertThat(market.days())
                .extracting(LocalDate::getDayOfWeek)
                .doesNotContain(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    }

    @Test
    void days_lastDayIsASunday_endOnTheFridayBefore() {
        assertThat(DemoMarket.load(LocalDate.of(2026, 11, 22)).days()).last().isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @Test
    void securities_all_are250InThreeCurrenciesWithNamesAndSymbolsOfTheirOwn() {
        List<DemoSecurity> all = market.securities();
        assertThat(all).hasSize(250);
        assertThat(all).extracting(DemoSecurity::symbol).doesNotHaveDuplicates();
        assertThat(all).extracting(DemoSecurity::name).doesNotHaveDuplicates();
        assertThat(all).extracting(DemoSecurity::currency).containsOnly("USD", "EUR", "GBP");
    }

    @Test
    void securities_synthetic_sayItInFlagNameAndOrigin() {
        assertThat(market.securities())
                .filteredOn(DemoSecurity::synthetic)
                .hasSize(244)
                .allSatisfy(security -> {
                    assertThat(security.name()).endsWith("(synthetic)");
                    assertThat(security.origin()).startsWith("synthetic: drawn from");
                });
    }

    @Test
    void securities_real_nameTheDatesThatTheyReplay() {
        assertThat(market.securities())
                .filteredOn(security -> !security.synthetic())
                .extracting(DemoSecurity::symbol)
                .containsExactly("MSFT", "AMZN", "IBM", "GOOG", "AAPL", "SPX");
        assertThat(market.securities().getFirst().origin())
                .isEqualTo("real: vega-datasets 3.2.1 stocks.csv, month-start prices 2008-03-01 to 2010-03-01,"
                        + " each held for a month");
    }

    @Test
    void price_stock_isTheSourcesOwnMonthByMonth() {
        // From the source: MSFT 27.21 at March 2008, 28.67 at February 2010, 28.80 at March 2010.
        assertThat(priceOn("MSFT", "2024-11-25")).isEqualByComparingTo("27.21");
        assertThat(priceOn("MSFT", "2026-10-30")).isEqualByComparingTo("28.67");
        assertThat(priceOn("MSFT", "2026-11-02")).isEqualByComparingTo("28.80");
        assertThat(priceOn("GOOG", "2026-11-24")).isEqualByComparingTo("560.19");
    }

    @Test
    void price_everyStock_isTheNewestRealSequenceInOrder() {
        for (String symbol : List.of("MSFT", "AMZN", "IBM", "GOOG", "AAPL")) {
            List<BigDecimal> real =
                    RealPrices.read(RealPrices.STOCKS, symbol).last(25).prices();
            int security = indexOf(symbol);
            List<BigDecimal> firstOfEachMonth = IntStream.range(0, market.days().size())
                    .filter(day -> day == 0 || month(day) != month(day - 1))
                    .mapToObj(day -> market.price(security, day))
                    .toList();
            assertThat(firstOfEachMonth).as(symbol).isEqualTo(real);
        }
    }

    @Test
    void price_index_isTheSourcesDailyCloses() {
        int security = indexOf("SPX");
        List<BigDecimal> real =
                RealPrices.read(RealPrices.INDEX, "close").last(522).prices();
        assertThat(IntStream.range(0, 522).mapToObj(day -> market.price(security, day)))
                .containsExactlyElementsOf(real);
        assertThat(priceOn("SPX", "2026-11-24")).isEqualByComparingTo("2874.56");
    }

    @Test
    void price_synthetic_isNotTheSamePathForAnyTwo() {
        assertThat(IntStream.range(6, 250).mapToObj(security -> IntStream.range(0, 10)
                        .mapToObj(day -> market.price(security, day))
                        .toList()))
                .doesNotHaveDuplicates();
    }

    @Test
    void rates_everyDay_holdTheThreeCurrenciesAtPlausibleLevels() {
        for (int day = 0; day < market.days().size(); day++) {
            Map<String, BigDecimal> rates = market.rates(day);
            assertThat(rates).containsOnlyKeys("USD", "EUR", "GBP").containsEntry("USD", BigDecimal.ONE);
            assertThat(rates.get("EUR")).isBetween(new BigDecimal("0.80"), new BigDecimal("1.50"));
            assertThat(rates.get("GBP")).isBetween(new BigDecimal("0.95"), new BigDecimal("1.75"));
        }
    }

    private int month(int day) {
        return market.days().get(day).getMonthValue();
    }

    private BigDecimal priceOn(String symbol, String day) {
        return market.price(indexOf(symbol), market.days().indexOf(LocalDate.parse(day)));
    }

    private int indexOf(String symbol) {
        return market.securities().stream().map(DemoSecurity::symbol).toList().indexOf(symbol);
    }
}
