package io.dawsos.observatory.promql.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassicBucketsTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static ClassicBuckets buckets(double... boundsAndCounts) {
        double[] bounds = new double[boundsAndCounts.length / 2];
        double[] counts = new double[bounds.length];
        for (int i = 0; i < bounds.length; i++) {
            bounds[i] = boundsAndCounts[2 * i];
            counts[i] = boundsAndCounts[2 * i + 1];
        }
        return new ClassicBuckets(bounds, counts);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.2, 0.048", "0.5, 0.15", "0.8, 0.72", "1, 1", "-1, -Infinity", "2, Infinity", "NaN, NaN"})
    void quantile_positiveBounds_isLinearFromZero(double q, double expected) {
        ClassicBuckets buckets = buckets(INFINITY, 120, 0.1, 50, 1, 110, 0.2, 70);
        double quantile = buckets.quantile(q);
        if (Double.isFinite(expected)) {
            assertThat(quantile).isCloseTo(expected, within(1e-12));
        } else {
            assertThat(quantile).isEqualTo(Double.valueOf(expected));
        }
    }

    @Test
    void quantile_lowestBoundUnderZero_isThatBound() {
        assertThat(buckets(-0.2, 1, -0.1, 2, 0.3, 2, INFINITY, 3).quantile(0.1)).isEqualTo(-0.2);
    }

    @Test
    void quantile_noInfinityOrNoObservations_isNaN() {
        assertThat(buckets(1, 1, 2, 2).quantile(0.5)).isNaN();
        assertThat(buckets(1, 0, INFINITY, 0).quantile(0.5)).isNaN();
        assertThat(buckets(INFINITY, 5).quantile(0.5)).isNaN();
    }

    @Test
    void buckets_countsFall_areLiftedAndSaySo() {
        ClassicBuckets buckets = buckets(0.1, 2, 1, 1, 10, 5, 100, 4, 1000, 9, INFINITY, 8);
        assertThat(buckets.forced()).isTrue();
        assertThat(buckets.lowestFixed()).isEqualTo(1);
        assertThat(buckets.highestFixed()).isEqualTo(INFINITY);
        assertThat(buckets.largestFix()).isEqualTo(1);
        assertThat(buckets.quantile(0.5)).isCloseTo(8.5, within(1e-12));
    }

    @Test
    void buckets_countsFallByRounding_areNotForced() {
        assertThat(buckets(1, 3, 2, 3 - 1e-15, INFINITY, 4).forced()).isFalse();
    }

    @Test
    void buckets_sameBoundTwice_areAddedUp() {
        assertThat(buckets(1, 2, 1, 3, INFINITY, 10).quantile(0.5)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 4, 0.6666666666666666",
        "0, 3.5, 0.5833333333333334",
        "2, 2, 0",
        "3, 2, 0",
        "-Infinity, Infinity, 1",
        "7, 8, 0",
        "7, Infinity, 0"
    })
    void fraction_range_isTheShareInIt(double lower, double upper, double expected) {
        ClassicBuckets buckets = buckets(0, 0, 2, 10, 4, 20, 6, 30, INFINITY, 30);
        assertThat(buckets.fraction(lower, upper)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void fraction_oneBucket_hasNoFiniteShare() {
        assertThat(buckets(INFINITY, 100).fraction(0, 1)).isZero();
        assertThat(buckets(INFINITY, 100).fraction(0, Double.NaN)).isNaN();
    }
}
