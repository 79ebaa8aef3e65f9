package io.dawsos.portfolio.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DemoPortfoliosTest {

    private final DemoMarket market = DemoMarket.load(LocalDate.of(2026, 11, 24));
    private final List<DemoPortfolio> portfolios = DemoPortfolios.of(market);

    @Test
    void portfolios_all_are200OfFiveTo200Positions() {
        assertThat(portfolios).hasSize(200).extracting(DemoPortfolio::id).doesNotHaveDuplicates();
        assertThat(portfolios).extracting(p -> holdings(p).size()).allMatch(size -> size >= 5 && size <= 200);
        assertThat(portfolios).extracting(p -> holdings(p).size()).contains(5, 200);
    }

    @Test
    void portfolios_first_belongsToDemoInDollarsWith25PositionsAndEveryRealSecurity() {
        DemoPortfolio first = portfolios.getFirst();
        assertThat(first.id()).isEqualTo(UUID.fromString("00000000-0000-4000-8000-000000000001"));
        assertThat(first.owner()).isEqualTo("demo");
        assertThat(first.baseCurrency()).isEqualTo("USD");
        assertThat(holdings(first)).hasSize(25).containsKeys("MSFT", "AMZN", "IBM", "GOOG", "AAPL", "SPX");
    }

    @Test
    void trades_all_areOrderedOnMarketDaysAtPositivePricesOfEveryAction() {
        Map<String, Integer> actions = new HashMap<>();
        for (DemoPortfolio portfolio : portfolios) {
            assertThat(portfolio.trades()).extracting(DemoTrade::date).isSorted();
            for (DemoTrade trade : portfolio.trades()) {
                assertThat(market.days()).contains(trade.date());
                assertThat(trade.quantity()).isPositive();
                assertThat(trade.price()).isPositive();
                actions.merge(trade.action(), 1, Integer::sum);
            }
        }
        assertThat(actions).containsOnlyKeys("buy", "sell", "dividend");
        assertThat(actions.values()).allMatch(count -> count > 5_000);
    }

    @Test
    void trades_all_neverSellMoreThanIsHeldAndLeaveEveryPositionOpen() {
        // holdings() checks every step.
        assertThat(portfolios)
                .allSatisfy(portfolio ->
                        assertThat(holdings(portfolio).values()).isNotEmpty().allMatch(held -> held.signum() > 0));
    }

    @Test
    void trades_dividends_arePaidOnWhatIsHeld() {
        for (DemoPortfolio portfolio : portfolios) {
            Map<String, BigDecimal> held = new HashMap<>();
            for (DemoTrade trade : portfolio.trades()) {
                if (trade.action().equals("dividend")) {
                    assertThat(trade.quantity()).isEqualByComparingTo(held.get(trade.symbol()));
                }
                apply(held, trade);
            }
        }
    }

    private static Map<String, BigDecimal> holdings(DemoPortfolio portfolio) {
        Map<String, BigDecimal> held = new HashMap<>();
        portfolio.trades().forEach(trade -> apply(held, trade));
        return held;
    }

    private static void apply(Map<String, BigDecimal> held, DemoTrade trade) {
        BigDecimal change =
                switch (trade.action()) {
                    case "buy" -> trade.quantity();
                    case "sell" -> trade.quantity().negate();
                    default -> BigDecimal.ZERO;
                };
        BigDecimal now = held.merge(trade.symbol(), change, BigDecimal::add);
        assertThat(now).as("held after %s", trade).isNotNegative();
    }
}
