package io.dawsos.observatory.promql.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.observatory.model.NativeHistogram;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class QuantilePropertyTest {
    @Provide
    Arbitrary<NativeHistogram> exponential() {
        return HistogramArbitraries.exponential().filter(h -> h.count() > 0);
    }

    @Provide
    Arbitrary<NativeHistogram> positive() {
        return HistogramArbitraries.positive();
    }

    @Provide
    Arbitrary<ClassicBuckets> classic() {
        return Arbitraries.integers()
                .between(1, 50)
                .list()
                .ofMinSize(2)
                .ofMaxSize(10)
                .map(QuantilePropertyTest::classic);
    }

    private static ClassicBuckets classic(List<Integer> counts) {
        double[] bounds = new double[counts.size()];
        double[] cumulative = new double[bounds.length];
        double before = 0;
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = i == bounds.length - 1 ? Double.POSITIVE_INFINITY : (i + 1) * 0.5;
            before += counts.get(i);
            cumulative[i] = before;
        }
        return new ClassicBuckets(bounds, cumulative);
    }

    @Property
    void quantile_higherRank_isNotLower(
            @ForAll("exponential") NativeHistogram h,
            @ForAll @DoubleRange(min = 0, max = 1) double a,
            @ForAll @DoubleRange(min = 0, max = 1) double b) {
        double low = HistogramQuantile.of(Math.min(a, b), h).value();
        double high = HistogramQuantile.of(Math.max(a, b), h).value();

        assertThat(high).isGreaterThanOrEqualTo(low - 1e-9 * Math.abs(low));
    }

    @Property
    void fraction_upToAQuantile_isItsRank(
            @ForAll("positive") NativeHistogram h, @ForAll @DoubleRange(min = 0.01, max = 0.99) double q) {
        double value = HistogramQuantile.of(q, h).value();

        assertThat(HistogramFraction.of(Double.NEGATIVE_INFINITY, value, h)).isEqualTo(q, within(1e-9));
    }

    @Property
    void fraction_neighbouringRanges_addUp(
            @ForAll("exponential") NativeHistogram h,
            @ForAll @DoubleRange(min = -500, max = 500) double a,
            @ForAll @DoubleRange(min = -500, max = 500) double b) {
        double low = Math.min(a, b);
        double high = Math.max(a, b);
        double parts = HistogramFraction.of(Double.NEGATIVE_INFINITY, low, h)
                + HistogramFraction.of(low, high, h)
                + HistogramFraction.of(high, Double.POSITIVE_INFINITY, h);

        assertThat(parts).isEqualTo(1, within(1e-9));
    }

    @Property
    void scale_anyFactor_keepsQuantiles(
            @ForAll("exponential") NativeHistogram h,
            @ForAll @IntRange(min = 1, max = 100) int factor,
            @ForAll @DoubleRange(min = 0, max = 1) double q) {
        double value = HistogramQuantile.of(q, h).value();

        assertThat(HistogramQuantile.of(q, HistogramMath.scale(h, factor)).value())
                .isEqualTo(value, within(1e-9 * Math.max(1, Math.abs(value))));
    }

    @Property
    void classicQuantile_higherRank_isNotLower(
            @ForAll("classic") ClassicBuckets buckets,
            @ForAll @DoubleRange(min = 0, max = 1) double a,
            @ForAll @DoubleRange(min = 0, max = 1) double b) {
        assertThat(buckets.quantile(Math.max(a, b))).isGreaterThanOrEqualTo(buckets.quantile(Math.min(a, b)));
    }

    @Property
    void classicFraction_upToAQuantile_isItsRank(
            @ForAll("classic") ClassicBuckets buckets, @ForAll @DoubleRange(min = 0, max = 1) double q) {
        double value = buckets.quantile(q);

        // All ranks in the bucket that ends at +Inf have the last finite bound for a quantile.
        if (value < buckets.quantile(1)) {
            assertThat(buckets.fraction(Double.NEGATIVE_INFINITY, value)).isEqualTo(q, within(1e-9));
        }
    }
}
