package io.dawsos.portfolio.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;

class DemoPropertyTest {

    @Property(tries = 20)
    void market_anyLastDay_isPositiveAndTheSameAgain(@ForAll("lastDays") LocalDate lastDay) {
        DemoMarket market = DemoMarket.load(lastDay);
        assertThat(prices(market)).allMatch(price -> price.signum() > 0);
        DemoMarket again = DemoMarket.load(lastDay);
        assertThat(again.securities()).isEqualTo(market.securities());
        assertThat(prices(again)).isEqualTo(prices(market));
        assertThat(IntStream.range(0, market.days().size()).mapToObj(again::rates))
                .containsExactlyElementsOf(IntStream.range(0, market.days().size())
                        .mapToObj(market::rates)
                        .toList());
    }

    @Property(tries = 5)
    void portfolios_anyLastDay_areTheSameAgain(@ForAll("lastDays") LocalDate lastDay) {
        assertThat(DemoPortfolios.of(DemoMarket.load(lastDay))).isEqualTo(DemoPortfolios.of(DemoMarket.load(lastDay)));
    }

    @Property(tries = 200)
    void resampledReturns_anySeedAndLength_areRunsOfRealOnes(@ForAll long seed, @ForAll("lengths") int length) {
        double[] real = RealPrices.read(RealPrices.INDEX, "close").logReturns();
        double[] path = new ReturnResampler(real).path(seed, length);
        assertThat(path).hasSize(length);
        for (int at = 0; at < length; at += ReturnResampler.BLOCK) {
            int size = Math.min(ReturnResampler.BLOCK, length - at);
            assertThat(hasRun(real, path, at, size)).as("block at %d", at).isTrue();
        }
    }

    @Provide
    Arbitrary<LocalDate> lastDays() {
        return Dates.dates().between(LocalDate.of(2020, 1, 1), LocalDate.of(2040, 12, 31));
    }

    @Provide
    Arbitrary<Integer> lengths() {
        return Arbitraries.integers().between(1, 530);
    }

    private static boolean hasRun(double[] real, double[] path, int at, int size) {
        return IntStream.rangeClosed(0, real.length - size)
                .anyMatch(from -> Arrays.equals(real, from, from + size, path, at, at + size));
    }

    private static List<BigDecimal> prices(DemoMarket market) {
        return IntStream.range(0, market.securities().size())
                .boxed()
                .flatMap(security -> pricesOf(market, security))
                .toList();
    }

    private static Stream<BigDecimal> pricesOf(DemoMarket market, int security) {
        return IntStream.range(0, market.days().size()).mapToObj(day -> market.price(security, day));
    }
}
