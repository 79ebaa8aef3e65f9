package io.dawsos.observatory.promql.function;

import static io.dawsos.observatory.promql.function.RangeCall.floats;
import static io.dawsos.observatory.promql.function.RangeCall.mixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.observatory.promql.PromQlException;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverTimeTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final String HISTOGRAM = "{{count:3 sum:6 buckets:[1 2]}}";

    @ParameterizedTest
    @CsvSource({
        "min_over_time, 1",
        "max_over_time, 9",
        "sum_over_time, 18",
        "avg_over_time, 4.5",
        "count_over_time, 4",
        "first_over_time, 4",
        "last_over_time, 4",
        "present_over_time, 1",
        "stdvar_over_time, 8.25",
        "mad_over_time, 1.5",
        "ts_of_min_over_time, 20",
        "ts_of_max_over_time, 10",
        "ts_of_first_over_time, 0",
        "ts_of_last_over_time, 30",
        "changes, 3",
        "resets, 1"
    })
    void function_floats_isCalculatedOfAll(String function, double expected) {
        assertThat(RangeCall.of(function + "(x[1m])", 30_000, floats(10_000, 4, 9, 1, 4))
                        .value())
                .isCloseTo(expected, EXACT);
    }

    @ParameterizedTest
    @CsvSource({
        "min_over_time, 2",
        "max_over_time, 4",
        "stdvar_over_time, 1",
        "mad_over_time, 1",
        "deriv, 0.1",
        "ts_of_min_over_time, 0",
        "ts_of_max_over_time, 20"
    })
    void function_histogramsAmongFloats_leavesThemOutAndSaysSo(String function, double expected) {
        RangeCall call = RangeCall.of(function + "(x[1m])", 30_000, mixed(10_000, "2", HISTOGRAM, "4"));
        assertThat(call.value()).isCloseTo(expected, EXACT);
        assertThat(call.annotations().infos())
                .containsExactly("PromQL info: ignored histograms in a range containing both floats and histograms for"
                        + " metric name \"x\" (1:" + (function.length() + 2) + ")");
    }

    @ParameterizedTest
    @CsvSource({
        "min_over_time",
        "max_over_time",
        "stddev_over_time",
        "stdvar_over_time",
        "mad_over_time",
        "deriv",
        "ts_of_min_over_time",
        "ts_of_max_over_time"
    })
    void function_onlyHistograms_isNothingSilently(String function) {
        RangeCall call = RangeCall.of(function + "(x[1m])", 30_000, mixed(10_000, HISTOGRAM, HISTOGRAM));
        assertThat(call.isEmpty()).isTrue();
        assertThat(call.annotations().infos()).isEmpty();
        assertThat(call.annotations().warnings()).isEmpty();
    }

    @Test
    void count_histograms_areCountedToo() {
        assertThat(RangeCall.of("count_over_time(x[1m])", 30_000, mixed(10_000, "2", HISTOGRAM, "4"))
                        .value())
                .isEqualTo(3);
    }

    @Test
    void sum_manySizes_losesNothing() {
        assertThat(RangeCall.of("sum_over_time(x[1m])", 30_000, floats(10_000, 1e100, 1, -1e100))
                        .value())
                .isEqualTo(1);
    }

    @Test
    void average_sumTooLargeForADouble_isStillTheAverage() {
        assertThat(RangeCall.of("avg_over_time(x[1m])", 30_000, floats(10_000, 1.5e308, 1.5e308, 1.5e308))
                        .value())
                .isCloseTo(1.5e308, within(1e294));
        assertThat(RangeCall.of("sum_over_time(x[1m])", 30_000, floats(10_000, 1.5e308, 1.5e308))
                        .value())
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void average_infinities_areWhatTheyAddUpTo() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(RangeCall.of("avg_over_time(x[1m])", 30_000, floats(10_000, 1, infinity, 3))
                        .value())
                .isEqualTo(infinity);
        assertThat(RangeCall.of("avg_over_time(x[1m])", 30_000, floats(10_000, 1, infinity, -infinity))
                        .value())
                .isNaN();
    }

    @Test
    void sum_histograms_isTheirSum() {
        RangeCall call = RangeCall.of("sum_over_time(x[1m])", 30_000, mixed(10_000, HISTOGRAM, HISTOGRAM, HISTOGRAM));
        assertThat(call.histogram().count()).isEqualTo(9);
        assertThat(call.histogram().positive().count(1)).isEqualTo(6);
    }

    @Test
    void average_histograms_isTheirMean() {
        RangeCall call =
                RangeCall.of("avg_over_time(x[1m])", 30_000, mixed(10_000, HISTOGRAM, "{{count:5 sum:2 buckets:[5]}}"));
        assertThat(call.histogram().count()).isEqualTo(4);
        assertThat(call.histogram().sum()).isEqualTo(4);
        assertThat(call.histogram().positive().count(0)).isEqualTo(3);
    }

    @Test
    void sum_floatsAndHistograms_isNothingAndSaysSo() {
        RangeCall call = RangeCall.of("sum_over_time(x[1m])", 30_000, mixed(10_000, HISTOGRAM, "1"));
        assertThat(call.isEmpty()).isTrue();
        assertThat(call.annotations().warnings())
                .containsExactly(
                        "PromQL warning: encountered a mix of histograms and floats for metric name \"x\"" + " (1:15)");
    }

    @Test
    void sum_resetsThatCollide_isSaid() {
        RangeCall call = RangeCall.of(
                "sum_over_time(x[1m])",
                30_000,
                mixed(10_000, "{{count:1 counter_reset_hint:not_reset}}", "{{count:1 counter_reset_hint:reset}}"));
        assertThat(call.annotations().warnings())
                .containsExactly("PromQL warning: conflicting counter resets during histogram aggregation (1:15)");
    }

    @Test
    void sum_customBoundariesDiffer_leavesThoseInCommonAndSaysSo() {
        RangeCall call = RangeCall.of(
                "sum_over_time(x[1m])",
                30_000,
                mixed(
                        10_000,
                        "{{schema:-53 count:3 custom_values:[1 2] buckets:[1 1 1]}}",
                        "{{schema:-53 count:3 custom_values:[2 3] buckets:[1 1 1]}}"));
        assertThat(call.histogram().customBoundaries()).containsExactly(2.0);
        assertThat(call.annotations().infos())
                .containsExactly("PromQL info: mismatched custom buckets were reconciled during aggregation (1:15)");
    }

    @Test
    void extremes_nan_isLessThanAnyNumber() {
        assertThat(RangeCall.of("min_over_time(x[1m])", 30_000, floats(10_000, Double.NaN, 3, 2))
                        .value())
                .isEqualTo(2);
        assertThat(RangeCall.of("max_over_time(x[1m])", 30_000, floats(10_000, 3, Double.NaN, 2))
                        .value())
                .isEqualTo(3);
        assertThat(RangeCall.of("max_over_time(x[1m])", 30_000, floats(10_000, Double.NaN))
                        .value())
                .isNaN();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "0.5, 3", "0.75, 4.5", "1, 6", "NaN, NaN", "1.1, Infinity"})
    void quantile_isInterpolatedBetweenNeighbours(double quantile, double expected) {
        String query = "quantile_over_time(" + quantile + ", x[1m])";
        assertThat(RangeCall.of(query, 40_000, floats(10_000, 6, 1, 4, 2)).value())
                .isEqualTo(Double.valueOf(expected));
    }

    @Test
    void quantile_outsideOfZeroToOne_isSaidWithThePlaceOfTheQuantile() {
        assertThat(RangeCall.of("quantile_over_time(1.5, x[1m])", 0, floats(10_000, 6))
                        .annotations()
                        .warnings())
                .containsExactly("PromQL warning: quantile value should be between 0 and 1, got 1.5 (1:20)");
    }

    @Test
    void quantile_nan_countsAsTheSmallest() {
        assertThat(RangeCall.of("quantile_over_time(0, x[1m])", 30_000, floats(10_000, 1, Double.NaN))
                        .value())
                .isNaN();
        assertThat(RangeCall.of("quantile_over_time(1, x[1m])", 30_000, floats(10_000, 1, Double.NaN))
                        .value())
                .isEqualTo(1);
    }

    @Test
    void deviation_sameValueAgainAndAgain_isZero() {
        double value = 1.5990505637277868;
        assertThat(RangeCall.of("stddev_over_time(x[1m])", 30_000, floats(10_000, value, value, value))
                        .value())
                .isZero();
    }

    @Test
    void predictLinear_line_goesOn() {
        assertThat(RangeCall.of("predict_linear(x[1m], 60)", 30_000, floats(10_000, 1, 2, 3))
                        .value())
                .isCloseTo(10, EXACT);
        assertThat(RangeCall.of("predict_linear(x[1m], 60)", 30_000, floats(10_000, 1))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void deriv_constant_isZeroAndOfInfinityNaN() {
        assertThat(RangeCall.of("deriv(x[1m])", 30_000, floats(10_000, 7, 7, 7)).value())
                .isZero();
        double infinity = Double.POSITIVE_INFINITY;
        assertThat(RangeCall.of("deriv(x[1m])", 30_000, floats(10_000, infinity, infinity))
                        .value())
                .isNaN();
    }

    @Test
    void smoothing_line_isItsLastValue() {
        assertThat(RangeCall.of("double_exponential_smoothing(x[1m], 0.3, 0.6)", 30_000, floats(10_000, 1, 3, 5, 7))
                        .value())
                .isCloseTo(7, EXACT);
    }

    @Test
    void smoothing_factorOutsideOfZeroToOne_isRefused() {
        assertThatThrownBy(
                        () -> RangeCall.of("double_exponential_smoothing(x[1m], 1, 0.5)", 30_000, floats(10_000, 1, 3)))
                .isInstanceOf(PromQlException.class)
                .hasMessageContaining("smoothing factor")
                .hasMessageContaining("0 < sf < 1");
    }

    @Test
    void changes_nanAfterNan_isNone() {
        assertThat(RangeCall.of("changes(x[1m])", 30_000, floats(10_000, 1, Double.NaN, Double.NaN, 1))
                        .value())
                .isEqualTo(2);
    }

    @Test
    void changes_floatAfterHistogram_isOneAndAReset() {
        assertThat(RangeCall.of("changes(x[1m])", 30_000, mixed(10_000, "1", HISTOGRAM, HISTOGRAM, "1"))
                        .value())
                .isEqualTo(2);
        assertThat(RangeCall.of("resets(x[1m])", 30_000, mixed(10_000, "1", HISTOGRAM, HISTOGRAM, "1"))
                        .value())
                .isEqualTo(2);
    }
}
