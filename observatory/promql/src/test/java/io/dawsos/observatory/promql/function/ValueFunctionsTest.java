package io.dawsos.observatory.promql.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.Annotations;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.FunctionSignature;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.script.HistogramText;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueFunctionsTest {
    private static final NativeHistogram HISTOGRAM =
            HistogramText.parse("{{schema:0 count:4 sum:10 buckets:[1 2 1]}}").value();

    private static Column apply(String name, double value, @Nullable NativeHistogram histogram, double... arguments) {
        Column result = new Column(1);
        Expr.Call call = (Expr.Call) PromQl.parse("abs(x)");
        FunctionContext context =
                new FunctionContext(call, "abs(x)", Labels.EMPTY, RangeMode.PLAIN, Set.of(), new Annotations());
        Objects.requireNonNull(Functions.value(name)).apply(value, histogram, arguments, context, result, 0);
        return result;
    }

    private static double of(String name, double value, double... arguments) {
        Column result = apply(name, value, null, arguments);
        assertThat(result.has(0)).isTrue();
        return result.value(0);
    }

    @ParameterizedTest
    @CsvSource({
        "abs, -3, 3",
        "ceil, 1.2, 2",
        "floor, -1.2, -2",
        "exp, 0, 1",
        "sqrt, 9, 3",
        "ln, 1, 0",
        "log2, 8, 3",
        "log2, 0, -Infinity",
        "log2, -1, NaN",
        "log2, Infinity, Infinity",
        "log10, 1000, 3",
        "sgn, -7, -1",
        "sgn, 0, 0",
        "sgn, NaN, NaN",
        "deg, 3.141592653589793, 180",
        "rad, 180, 3.141592653589793"
    })
    void function_float_isCalculated(String name, double value, double expected) {
        assertThat(of(name, value)).isEqualTo(Double.valueOf(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "sin, 10, -0.5440211108893699", "cos, 10, -0.8390715290764524", "tan, 10, 0.6483608274590867",
        "asin, 0.5, 0.5235987755982989", "acos, 0.5, 1.0471975511965979", "atan, 10, 1.4711276743037345",
        "sinh, 10, 11013.232874703393", "cosh, 10, 11013.232920103324", "tanh, 1, 0.7615941559557649",
        "asinh, 10, 2.99822295029797", "asinh, -1e-9, -1e-9", "asinh, 1e300, 691.4686750787736",
        "acosh, 10, 2.993222846126381", "acosh, 1e300, 691.4686750787736", "atanh, 0.5, 0.5493061443340548",
        "atanh, -1e-9, -1e-9", "log2, 10, 3.321928094887362"
    })
    void trigonometry_float_isCalculated(String name, double value, double expected) {
        assertThat(of(name, value)).isCloseTo(expected, within(Math.abs(expected) * 1e-13));
    }

    @Test
    void trigonometry_outsideOfItsDomain_isNaN() {
        assertThat(of("acosh", 0.5)).isNaN();
        assertThat(of("atanh", 1.5)).isNaN();
        assertThat(of("atanh", -1)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(of("asin", 2)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "year, 2006",
        "month, 1",
        "day_of_month, 2",
        "day_of_week, 1",
        "day_of_year, 2",
        "days_in_month, 31",
        "hour, 22",
        "minute, 4"
    })
    void partOfTime_seconds_isOfUtc(String name, double expected) {
        assertThat(of(name, 1_136_239_445.9)).isEqualTo(expected);
    }

    @Test
    void partOfTime_beforeTheEpoch_countsBack() {
        assertThat(of("day_of_week", -1)).isEqualTo(3);
        assertThat(of("hour", -1)).isEqualTo(23);
        assertThat(of("minute", -1)).isEqualTo(59);
        assertThat(of("year", -1)).isEqualTo(1969);
    }

    @Test
    void daysInMonth_leapYear_has29() {
        assertThat(of("days_in_month", 1_454_284_800)).isEqualTo(29);
        assertThat(of("days_in_month", 1_485_907_200)).isEqualTo(28);
        assertThat(of("day_of_week", 3 * 86_400)).isZero();
    }

    @Test
    void round_halves_goUp() {
        assertThat(of("round", 2.5)).isEqualTo(3);
        assertThat(of("round", -2.5)).isEqualTo(-2);
        assertThat(of("round", 0.35, 0.1)).isCloseTo(0.4, within(1e-15));
        assertThat(of("round", 7, 5)).isEqualTo(5);
    }

    @Test
    void clamp_bounds_holdTheValue() {
        assertThat(of("clamp", 7, 1, 5)).isEqualTo(5);
        assertThat(of("clamp", 0, 1, 5)).isEqualTo(1);
        assertThat(of("clamp", Double.NaN, 1, 5)).isNaN();
        assertThat(of("clamp_min", 0, 1)).isEqualTo(1);
        assertThat(of("clamp_max", 7, 5)).isEqualTo(5);
        assertThat(of("clamp_max", 7, Double.NaN)).isNaN();
    }

    @Test
    void clamp_boundsCrossed_isNothing() {
        assertThat(apply("clamp", 3, null, 5, 1).has(0)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"histogram_count, 4", "histogram_sum, 10", "histogram_avg, 2.5"})
    void histogramFunction_histogram_isCalculated(String name, double expected) {
        Column result = apply(name, Double.NaN, HISTOGRAM);
        assertThat(result.value(0)).isEqualTo(expected);
    }

    @Test
    void histogramFunction_float_isNothing() {
        for (String name :
                List.of("histogram_count", "histogram_sum", "histogram_avg", "histogram_stddev", "histogram_stdvar")) {
            assertThat(apply(name, 1, null).has(0)).as(name).isFalse();
        }
    }

    @Test
    void floatFunction_histogram_isNothing() {
        for (String name : List.of("abs", "round", "clamp_min", "clamp_max", "sin", "year", "hour", "sgn")) {
            assertThat(apply(name, Double.NaN, HISTOGRAM, 1).has(0)).as(name).isFalse();
        }
    }

    @Test
    void functions_everyNameOverARange_hasAnImplementation() {
        for (String name : Functions.names()) {
            FunctionSignature signature = Objects.requireNonNull(Functions.signature(name));
            boolean range = signature.arguments().contains(ValueType.RANGE_VECTOR);
            if (range && !name.equals("absent_over_time")) {
                assertThat(Functions.range(name)).as(name).isNotNull();
            }
            assertThat(Functions.range(name) != null && Functions.value(name) != null)
                    .as(name)
                    .isFalse();
        }
    }
}
