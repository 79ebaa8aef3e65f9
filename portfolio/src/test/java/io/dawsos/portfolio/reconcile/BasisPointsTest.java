package io.dawsos.portfolio.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasisPointsTest {

    @ParameterizedTest
    @CsvSource({
        "10000, 10001, true",
        "10000, 9999, true",
        "10000, 10001.0000000000000001, false",
        "10000, 9998.9999999999999999, false",
        "-10000, -10001, true",
        "-10000, -10001.0000000000000001, false",
        "-10000, 10000, false",
        "1, 1.0001, true",
        "1, 1.00011, false",
        "0.01, 0.01, true",
        "0.01, 0.02, false",
        "0, 0, true",
        "0, 0.00, true",
        "0, 0.0000000000000001, false",
        "123456789012.34, 123469134691.241234, true",
        "123456789012.34, 123469134691.241235, false"
    })
    void withinOne_atTheEdge_isExact(BigDecimal recorded, BigDecimal value, boolean within) {
        assertThat(BasisPoints.withinOne(recorded, value)).isEqualTo(within);
    }

    @Property
    void withinOne_exactlyOneAway_isWithin_theLeastMoreIsNot(
            @ForAll @BigRange(min = "0.01", max = "1000000000000") @Scale(8) BigDecimal recorded) {
        BigDecimal edge = recorded.add(recorded.movePointLeft(4));

        assertThat(BasisPoints.withinOne(recorded, edge)).isTrue();
        assertThat(BasisPoints.withinOne(recorded, edge.add(new BigDecimal("1E-20"))))
                .isFalse();
    }
}
