package io.dawsos.observatory.promql.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.histogram.HistogramQuantile.NanEffect;
import io.dawsos.observatory.promql.script.HistogramText;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles, their inverse, and what is trimmed. */
class HistogramQuantileTest {
    private static final NativeHistogram BOTH_SIDES =
            h("{{schema:0 count:24 sum:100 z_bucket:4 z_bucket_w:0.001 buckets:[2 3 0 1 4] n_buckets:[2 3 0 1 4]}}");
    private static final NativeHistogram CUSTOM =
            h("{{schema:-53 sum:172.5 count:15 custom_values:[5 10 15 20] buckets:[1 6 4 3 1]}}");

    private static NativeHistogram h(String text) {
        return HistogramText.parse(text).value();
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.414213562373095", "0, 0.5", "1, 4", "0.25, 1", "0.75, 2"})
    void quantile_exponential_isOnALogarithmicScale(double q, double expected) {
        assertThat(HistogramQuantile.of(q, h("{{schema:0 count:4 sum:5 buckets:[1 2 1]}}"))
                        .value())
                .isCloseTo(expected, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0.5, 7.5", "0.125, 2.5", "1, 10"})
    void quantile_custom_isLinearAndStaysUnderInfinity(double q, double expected) {
        NativeHistogram histogram = h("{{schema:-53 count:4 custom_values:[5 10] buckets:[1 2 1]}}");
        assertThat(HistogramQuantile.of(q, histogram).value()).isCloseTo(expected, within(1e-12));
    }

    @Test
    void quantile_outsideOfZeroToOne_isInfinite() {
        assertThat(HistogramQuantile.of(-0.1, CUSTOM).value()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(HistogramQuantile.of(1.1, CUSTOM).value()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(HistogramQuantile.of(Double.NaN, CUSTOM).value()).isNaN();
        assertThat(HistogramQuantile.of(0.5, h("{{}}")).value()).isNaN();
    }

    @Test
    void quantile_nanObservations_areAboveAllOthers() {
        NativeHistogram histogram = h("{{schema:0 count:4 sum:NaN buckets:[1 1]}}");
        assertThat(HistogramQuantile.of(0.9, histogram))
                .isEqualTo(new HistogramQuantile(Double.NaN, NanEffect.RESULT_IS_NAN));
        assertThat(HistogramQuantile.of(0.5, histogram).nan()).isEqualTo(NanEffect.SKEWED_HIGHER);
        assertThat(HistogramQuantile.of(0.5, CUSTOM).nan()).isEqualTo(NanEffect.NONE);
    }

    @Property
    void fraction_ofAQuantile_isTheQuantileAgain(@ForAll @DoubleRange(min = 0.01, max = 0.99) double q) {
        double value = HistogramQuantile.of(q, BOTH_SIDES).value();
        assertThat(HistogramFraction.of(Double.NEGATIVE_INFINITY, value, BOTH_SIDES))
                .isCloseTo(q, within(1e-9));
    }

    @Property
    void trim_anyBound_sharesTheObservations(@ForAll @DoubleRange(min = -40, max = 40) double bound) {
        double below = HistogramTrim.upper(BOTH_SIDES, bound).count();
        assertThat(below + HistogramTrim.lower(BOTH_SIDES, bound).count()).isCloseTo(24, within(1e-9));
        assertThat(below)
                .isCloseTo(24 * HistogramFraction.of(Double.NEGATIVE_INFINITY, bound, BOTH_SIDES), within(1e-9));
    }

    @Test
    void trim_customBoundaryWithin_keepsALinearShare() {
        NativeHistogram under = HistogramTrim.upper(CUSTOM, 13);
        assertThat(under.count()).isCloseTo(9.4, within(1e-12));
        assertThat(under.sum()).isCloseTo(75.1, within(1e-12));
        assertThat(HistogramTrim.lower(CUSTOM, 13).count()).isCloseTo(5.6, within(1e-12));
    }

    @Test
    void trim_nothingTaken_isTheSame() {
        assertThat(HistogramTrim.upper(CUSTOM, Double.POSITIVE_INFINITY)).isSameAs(CUSTOM);
        assertThat(HistogramTrim.lower(CUSTOM, 0)).isSameAs(CUSTOM);
    }

    @Test
    void stats_bucketsOfOneValue_areAroundTheMean() {
        NativeHistogram histogram = h("{{schema:0 count:10 sum:-100 n_buckets:[0 0 0 0 10]}}");
        assertThat(HistogramStats.avg(histogram)).isEqualTo(-10);
        assertThat(HistogramStats.stdvar(histogram)).isCloseTo(1.725830020304794, within(1e-12));
        assertThat(HistogramStats.stddev(histogram)).isCloseTo(1.3137084989848, within(1e-12));
    }
}
