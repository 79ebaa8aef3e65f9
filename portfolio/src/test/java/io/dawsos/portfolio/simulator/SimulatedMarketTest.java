package io.dawsos.portfolio.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.demo.DemoMarket;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimulatedMarketTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 6);
    private static final Instant NOW = Instant.parse("2026-03-11T12:00:00Z");
    private static final DemoMarket DEMO = DemoMarket.load(LAST_DAY);

    private final SimulatedMarket market = new SimulatedMarket(DEMO, Clock.fixed(NOW, ZoneOffset.UTC));

    private BigDecimal close(String symbol, LocalDate day) {
        return market.close(symbol, day).orElseThrow();
    }

    @Test
    void close_onTheDemosLastDay_isTheDemos() {
        assertThat(close("AAPL", LAST_DAY)).isEqualTo(DEMO.price(4, DEMO.days().size() - 1));
    }

    @Test
    void close_theDayAfterTheDemo_isWithinADaysMovement() {
        double change = close("AAPL", LAST_DAY.plusDays(3)).doubleValue()
                / close("AAPL", LAST_DAY).doubleValue();

        assertThat(change).isBetween(0.92, 1.08).isNotEqualTo(1.0);
    }

    @Test
    void close_askedForInAnyOrder_isTheSame() {
        SimulatedMarket other = new SimulatedMarket(DEMO, Clock.fixed(NOW, ZoneOffset.UTC));
        List<LocalDate> days = IntStream.range(0, 400)
                .mapToObj(LAST_DAY::plusDays)
                .filter(TradingDays::isOne)
                .toList();

        assertThat(days.reversed())
                .allSatisfy(day ->
                        assertThat(other.close("SYN007", day).orElseThrow()).isPositive());
        assertThat(days).allSatisfy(day -> assertThat(close("SYN007", day))
                .isEqualTo(other.close("SYN007", day).orElseThrow()));
    }

    @Test
    void close_onWeekendsOrOfTheUnknown_isNone() {
        assertThat(market.close("AAPL", LAST_DAY.plusDays(1))).isEmpty();
        assertThat(market.close("NOPE", LAST_DAY)).isEmpty();
        assertThat(market.close("AAPL", LocalDate.of(1990, 1, 2))).isEmpty();
        assertThat(market.close("AAPL", LocalDate.of(2400, 1, 3))).isEmpty();
    }

    @Test
    void quote_throughTheDay_goesFromTheCloseBeforeToTheClose() {
        Instant midnight = Instant.parse("2026-03-10T00:00:00Z");

        assertThat(market.quote("IBM", midnight)).contains(close("IBM", LocalDate.of(2026, 3, 9)));
        double atTheEnd = market.quote("IBM", midnight.plus(Duration.ofSeconds(86_399)))
                .orElseThrow()
                .doubleValue();
        assertThat(atTheEnd / close("IBM", LocalDate.of(2026, 3, 10)).doubleValue())
                .isBetween(0.999, 1.001);
    }

    @Test
    void quote_minuteByMinute_moves() {
        long different = IntStream.range(0, 60)
                .mapToObj(minute -> market.quote("SPX", NOW.plus(Duration.ofMinutes(minute))))
                .distinct()
                .count();

        assertThat(different).isGreaterThan(40);
    }

    @Test
    void quote_onAWeekend_isFridaysClose() {
        assertThat(market.quote("IBM", Instant.parse("2026-03-08T12:00:00Z"))).contains(close("IBM", LAST_DAY));
    }

    @Test
    void move_byHand_movesFromTodayOnAndNotBefore() {
        BigDecimal yesterday = close("IBM", LocalDate.of(2026, 3, 10));
        BigDecimal today = close("IBM", LocalDate.of(2026, 3, 11));

        assertThat(market.move("IBM", new BigDecimal("-50"))).isTrue();

        assertThat(close("IBM", LocalDate.of(2026, 3, 10))).isEqualTo(yesterday);
        assertThat(close("IBM", LocalDate.of(2026, 3, 11)).doubleValue() / today.doubleValue())
                .isBetween(0.499, 0.501);
        assertThat(market.moves()).containsEntry("IBM", new BigDecimal("-5E+1"));
        assertThat(market.move("NOPE", BigDecimal.TEN)).isFalse();
    }

    @Property
    void tradingDays_betweenTwo_areAsMany(
            @ForAll @IntRange(min = 0, max = 5000) int from, @ForAll @IntRange(min = 0, max = 500) int days) {
        LocalDate first = TradingDays.atOrBefore(LocalDate.of(2020, 1, 1).plusDays(from));
        LocalDate last = TradingDays.atOrBefore(first.plusDays(days));

        long counted = first.plusDays(1)
                .datesUntil(last.plusDays(1))
                .filter(TradingDays::isOne)
                .count();

        assertThat(TradingDays.between(first, last)).isEqualTo((int) counted);
    }
}
