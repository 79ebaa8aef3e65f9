package io.dawsos.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.alert.Condition.FallsSincePack;
import io.dawsos.portfolio.alert.Condition.FallsWithin;
import io.dawsos.portfolio.alert.Condition.ValueAbove;
import io.dawsos.portfolio.alert.Condition.ValueBelow;
import io.dawsos.portfolio.alert.Condition.WeightAbove;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConditionTest {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    @ParameterizedTest
    @CsvSource({
        "5, 1000.00, 950.00, false", // exactly 5 % is not more than 5 %
        "5, 1000.00, 949.99, true",
        "5, 1000.00, 1000.00, false",
        "5, 1000.00, 1200.00, false",
        "0.00000001, 1000.00, 999.99, true",
        "99.99999999, 1000.00, 0.01, false",
        "33.33333333, 3.00, 2.00, true", // a third is more than 33.33333333 %
        "33.33333334, 3.00, 2.00, false",
        "5, 0.00, 0.00, false", // nothing cannot fall
    })
    void fall_againstThePackBefore_isComparedExactly(String percent, String before, String now, boolean fires) {
        Reading reading = new Reading(number(now), Map.of(), new Reading.Reference(number(before), "PP_1"), null);
        assertThat(new FallsSincePack(number(percent)).check(reading).isPresent())
                .isEqualTo(fires);
    }

    @Property
    void fall_ofExactlyTheLimit_doesNotFireAndOneCentMoreDoes(
            @ForAll @BigRange(min = "1", max = "1000000000") @Scale(2) BigDecimal whole,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        BigDecimal before = whole.multiply(HUNDRED); // so that the edge is a whole number of cents
        BigDecimal edge = whole.multiply(BigDecimal.valueOf(100L - percent));
        Condition condition = new FallsWithin(BigDecimal.valueOf(percent), Duration.ofHours(1));
        assertThat(condition.check(fallen(before, edge))).isEmpty();
        assertThat(condition.check(fallen(before, edge.subtract(CENT)))).isPresent();
        assertThat(condition.check(fallen(before, edge.add(CENT)))).isEmpty();
    }

    @Property
    void fall_deeper_firesWhereverAShallowerOneDoes(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal before,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal now,
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal less,
            @ForAll @IntRange(min = 1, max = 99) int percent) {
        Condition condition = new FallsWithin(BigDecimal.valueOf(percent), Duration.ofHours(1));
        BigDecimal lower = now.min(less);
        if (condition.check(fallen(before, now)).isPresent()) {
            assertThat(condition.check(fallen(before, lower))).isPresent();
        }
    }

    @Property
    void value_atTheAmount_isNeitherAboveNorBelow(
            @ForAll @BigRange(min = "0", max = "1000000") @Scale(2) BigDecimal value) {
        assertThat(new ValueAbove(value).check(worth(value))).isEmpty();
        assertThat(new ValueBelow(value).check(worth(value))).isEmpty();
        assertThat(new ValueAbove(value).check(worth(value.add(CENT)))).isPresent();
        assertThat(new ValueBelow(value).check(worth(value.subtract(CENT)))).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "40, , A", // the heaviest of both that are over
        "40, B, B",
        "41, B, ''",
        "50, , ''", // exactly a half is not more than a half
        "49.99999999, , A",
        "1, C, ''",
    })
    void weight_overTheLimit_namesThePosition(String percent, String symbol, String found) {
        Reading reading = new Reading(
                number("100.00"), Map.of("A", number("50.00"), "B", number("41.00"), "D", number("9.00")), null, null);
        assertThat(new WeightAbove(number(percent), symbol)
                        .check(reading)
                        .map(Finding::symbol)
                        .orElse(""))
                .isEqualTo(found);
    }

    @Test
    void emptyPortfolio_worthNothing_hasNoWeight() {
        Reading reading = new Reading(BigDecimal.ZERO, Map.of(), null, null);
        assertThat(new WeightAbove(number("1"), null).check(reading)).isEmpty();
    }

    @Test
    void fall_withNothingToCompareWith_isNone() {
        assertThat(new FallsSincePack(number("5")).check(worth(number("1")))).isEmpty();
        assertThat(new FallsWithin(number("5"), Duration.ofHours(1)).check(worth(number("1"))))
                .isEmpty();
    }

    @Test
    void finding_ofAFall_tellsThePercentForPeople() {
        Finding finding = new FallsSincePack(number("5"))
                .check(new Reading(number("920.00"), Map.of(), new Reading.Reference(number("1000.00"), "PP_1"), null))
                .orElseThrow();
        assertThat(finding.changePercent()).isEqualByComparingTo("-8");
        assertThat(finding.cause("ignored")).isEqualTo("fall/PP_1");
    }

    private static Reading fallen(BigDecimal from, BigDecimal to) {
        return new Reading(to, Map.of(), null, new Reading.Reference(from, "peak"));
    }

    private static Reading worth(BigDecimal value) {
        return new Reading(value, Map.of(), null, null);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
