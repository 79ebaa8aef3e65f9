package io.dawsos.observatory.promql.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.observatory.model.NativeHistogram;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class HistogramMathPropertyTest {
    @Provide
    Arbitrary<NativeHistogram> exponential() {
        return HistogramArbitraries.exponential();
    }

    @Provide
    Arbitrary<NativeHistogram> custom() {
        return HistogramArbitraries.custom();
    }

    @Property
    void add_anyTwo_keepsEveryObservation(
            @ForAll("exponential") NativeHistogram a, @ForAll("exponential") NativeHistogram b) {
        NativeHistogram sum = HistogramMath.add(a, b).histogram();

        assertThat(sum.count()).isEqualTo(a.count() + b.count());
        assertThat(HistogramArbitraries.inAll(sum)).isEqualTo(sum.count());
        assertThat(sum.schema()).isEqualTo(Math.min(a.schema(), b.schema()));
    }

    @Property
    void add_eitherOrder_isTheSame(@ForAll("exponential") NativeHistogram a, @ForAll("exponential") NativeHistogram b) {
        assertThat(HistogramMath.equal(
                        HistogramMath.add(a, b).histogram(),
                        HistogramMath.add(b, a).histogram()))
                .isTrue();
    }

    @Property
    void subtract_whatWasAdded_givesTheSameCoarser(
            @ForAll("exponential") NativeHistogram a, @ForAll("exponential") NativeHistogram b) {
        NativeHistogram sum = HistogramMath.add(a, b).histogram();
        NativeHistogram back = HistogramMath.subtract(sum, b).histogram();
        NativeHistogram nothing = HistogramMath.subtract(sum, sum).histogram();

        assertThat(HistogramMath.equal(back, HistogramMath.add(a, nothing).histogram()))
                .isTrue();
    }

    @Property
    void add_customBoundaries_keepsThoseInCommon(
            @ForAll("custom") NativeHistogram a, @ForAll("custom") NativeHistogram b) {
        HistogramSum sum = HistogramMath.add(a, b);

        assertThat(HistogramArbitraries.inAll(sum.histogram())).isEqualTo(a.count() + b.count());
        assertThat(a.customBoundaries()).containsAll(sum.histogram().customBoundaries());
        assertThat(b.customBoundaries()).containsAll(sum.histogram().customBoundaries());
        assertThat(sum.boundariesReconciled()).isEqualTo(!a.customBoundaries().equals(b.customBoundaries()));
    }

    @Property
    void scale_thenDivide_isTheSame(
            @ForAll("exponential") NativeHistogram h, @ForAll @IntRange(min = 1, max = 1000) int factor) {
        assertThat(HistogramMath.equal(HistogramMath.divide(HistogramMath.scale(h, factor), factor), h))
                .isTrue();
    }

    @Property
    void reduceTo_coarser_keepsEveryObservation(
            @ForAll("exponential") NativeHistogram h, @ForAll @IntRange(min = -4, max = 5) int schema) {
        NativeHistogram coarse = HistogramMath.reduceTo(h, schema);

        assertThat(coarse.schema()).isEqualTo(Math.min(schema, h.schema()));
        assertThat(HistogramArbitraries.inAll(coarse)).isEqualTo(h.count());
    }

    @Property
    void isCounterReset_whatGrew_isNone(
            @ForAll("exponential") NativeHistogram before, @ForAll("exponential") NativeHistogram growth) {
        NativeHistogram after = HistogramMath.add(before, growth).histogram();

        assertThat(HistogramMath.isCounterReset(before, after)).isFalse();
        assertThat(HistogramMath.isCounterReset(after, before)).isEqualTo(!HistogramMath.equal(before, after));
    }

    @Property
    void trim_bothSides_shareTheObservations(
            @ForAll("exponential") NativeHistogram h, @ForAll @DoubleRange(min = -600, max = 600) double bound) {
        assumeNoObservationAt(bound, h);
        double under = HistogramTrim.upper(h, bound).count();
        double over = HistogramTrim.lower(h, bound).count();

        assertThat(under + over).isEqualTo(h.count(), within(1e-9 * Math.max(1, h.count())));
        assertThat(under).isBetween(0.0, h.count());
    }

    @Property
    void trim_fraction_agree(
            @ForAll("exponential") NativeHistogram h, @ForAll @DoubleRange(min = -600, max = 600) double bound) {
        assumeNoObservationAt(bound, h);
        if (h.count() > 0) {
            double share = HistogramFraction.of(Double.NEGATIVE_INFINITY, bound, h);

            assertThat(HistogramTrim.upper(h, bound).count()).isEqualTo(share * h.count(), within(1e-9 * h.count()));
        }
    }

    /** Observations just at the bound, in a zero bucket without width, are kept by both sides. */
    private static void assumeNoObservationAt(double bound, NativeHistogram h) {
        Assume.that(bound != 0 || h.zeroThreshold() > 0 || h.zeroCount() == 0);
    }
}
