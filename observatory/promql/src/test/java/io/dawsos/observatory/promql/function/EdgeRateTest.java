package io.dawsos.observatory.promql.function;

import static io.dawsos.observatory.promql.function.RangeCall.floats;
import static io.dawsos.observatory.promql.function.RangeCall.mixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Ranges with {@code anchored} and {@code smoothed}. */
class EdgeRateTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void increase_anchored_isBetweenTheSamplesAtOrBeforeTheEdges() {
        assertThat(RangeCall.of("increase(x_total[30s] anchored)", 50_000, floats(15_000, 1, 4, 8, 9))
                        .value())
                .isEqualTo(9 - 4);
    }

    @Test
    void increase_anchoredWithReset_countsFromZero() {
        assertThat(RangeCall.of("increase(x_total[30s] anchored)", 50_000, floats(15_000, 1, 4, 8, 3))
                        .value())
                .isEqualTo(3 - 4 + 8);
    }

    @Test
    void increase_anchoredAllSamplesBeforeRange_isNothing() {
        assertThat(RangeCall.of("increase(x_total[30s] anchored)", 90_000, floats(15_000, 1, 4))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void increase_smoothed_isBetweenInterpolatedEdges() {
        // At 20 s it stands at 5 1/3, at 40 s at 8 2/3.
        assertThat(RangeCall.of("increase(x_total[20s] smoothed)", 40_000, floats(15_000, 1, 4, 8, 9))
                        .value())
                .isCloseTo(8 + 2 / 3.0 - (5 + 1 / 3.0), EXACT);
    }

    @Test
    void increase_smoothedBothEdgesInOneReset_isAPartOfWhatCameAfter() {
        assertThat(RangeCall.of("rate(x_total[10s] smoothed)", 12_000, floats(15_000, 100, 10))
                        .value())
                .isCloseTo(10 * (10 / 15.0) / 10, EXACT);
    }

    @Test
    void increase_smoothedResetAtTheRightEdge_keepsWhatWasBefore() {
        // At 5 s it stands at 7.5; it goes on to 10, and from 0 to 1.5.
        assertThat(RangeCall.of("increase(x_total[10s] smoothed)", 15_000, floats(10_000, 5, 10, 3))
                        .value())
                .isCloseTo(10 - 7.5 + 1.5, EXACT);
    }

    @Test
    void delta_smoothed_followsAGaugeDown() {
        assertThat(RangeCall.of("delta(x[10s] smoothed)", 15_000, floats(10_000, 5, 10, 3))
                        .value())
                .isCloseTo(6.5 - 7.5, EXACT);
    }

    @Test
    void increase_smoothedNoSampleAfterTheRange_takesTheLast() {
        assertThat(RangeCall.of("increase(x_total[1m] smoothed)", 75_000, floats(30_000, 0, 4, 6))
                        .value())
                .isCloseTo(6 - 2, EXACT);
    }

    @Test
    void increase_smoothedAllSamplesAfterRange_isNothing() {
        assertThat(RangeCall.of("increase(x_total[10s] smoothed)", -20_000, floats(15_000, 1, 4))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void increase_smoothedHistogramTwoResets_countsEachOnce() {
        RangeCall call = RangeCall.of(
                "increase(x[14s] smoothed)",
                15_000,
                mixed(
                        10_000,
                        "{{count:10 buckets:[10]}}",
                        "{{count:5 buckets:[5] counter_reset_hint:reset}}",
                        "{{count:2 buckets:[2] counter_reset_hint:reset}}",
                        "{{count:4 buckets:[4]}}"));
        // From 0.5, on the way from 0 to 5, to 5; and from 0 to 1, half of the way to 2.
        assertThat(call.histogram().count()).isCloseTo(4.5 + 1, EXACT);
    }

    @Test
    void increase_anchoredHistogramWithReset_countsFromNothing() {
        RangeCall call = RangeCall.of(
                "increase(x[1m] anchored)",
                60_000,
                mixed(30_000, "{{count:5 buckets:[5]}}", "{{count:10 buckets:[10]}}", "{{count:3 buckets:[3]}}"));
        assertThat(call.histogram().count()).isCloseTo(3 - 5 + 10, EXACT);
    }

    @Test
    void rate_anchoredHistogramsOfBothKinds_isNothingAndSaysSo() {
        RangeCall call = RangeCall.of(
                "rate(x[1m] anchored)",
                60_000,
                mixed(30_000, "{{count:1 buckets:[1]}}", "{{schema:-53 count:1 custom_values:[5] buckets:[1]}}"));
        assertThat(call.isEmpty()).isTrue();
        assertThat(call.annotations().warnings()).hasSize(1);
    }

    @Test
    void changes_anchored_looksAtTheSampleBeforeTheRangeToo() {
        assertThat(RangeCall.of("changes(x[30s] anchored)", 50_000, floats(15_000, 1, 4, 4, 9))
                        .value())
                .isEqualTo(1);
        assertThat(RangeCall.of("resets(x[30s] anchored)", 50_000, floats(15_000, 1, 4, 2, 1))
                        .value())
                .isEqualTo(2);
        assertThat(RangeCall.of("changes(x[30s] anchored)", 90_000, floats(15_000, 1, 4))
                        .isEmpty())
                .isTrue();
    }
}
