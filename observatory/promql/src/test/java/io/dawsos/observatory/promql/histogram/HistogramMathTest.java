package io.dawsos.observatory.promql.histogram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.Buckets;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.promql.script.HistogramText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistogramMathTest {
    private static NativeHistogram h(String text) {
        return HistogramText.parse(text).value();
    }

    @Test
    void add_sameSchema_addsBucketByBucket() {
        NativeHistogram sum = HistogramMath.add(
                        h("{{count:3 sum:1 z_bucket:1 buckets:[1 1]}}"),
                        h("{{count:5 sum:2 z_bucket:2 offset:1 buckets:[1 2]}}"))
                .histogram();
        assertThat(sum).isEqualTo(h("{{count:8 sum:3 z_bucket:3 buckets:[1 2 2]}}"));
    }

    @Test
    void add_schemasDiffer_meetsInTheCoarser() {
        NativeHistogram sum = HistogramMath.add(
                        h("{{schema:0 count:4 buckets:[2 2] offset:1}}"),
                        h("{{schema:-1 count:1 buckets:[1] offset:1}}"))
                .histogram();
        assertThat(sum).isEqualTo(h("{{schema:-1 count:5 buckets:[5] offset:1}}"));
    }

    @Test
    void add_zeroBucketsDiffer_meetsInTheWider() {
        NativeHistogram sum = HistogramMath.add(
                        h("{{count:3 z_bucket:1 z_bucket_w:0.001 offset:-1 buckets:[2 4]}}"),
                        h("{{count:1 z_bucket:1 z_bucket_w:0.5}}"))
                .histogram();
        assertThat(sum.zeroThreshold()).isEqualTo(0.5);
        assertThat(sum.zeroCount()).isEqualTo(1 + 1 + 2);
        assertThat(HistogramMath.compact(sum).positive()).isEqualTo(new Buckets(new int[] {0}, new double[] {4}));
    }

    @Test
    void add_customBoundariesDiffer_meetsInThoseOfBoth() {
        HistogramSum sum = HistogramMath.add(
                h("{{schema:-53 count:10 custom_values:[1 2 3] buckets:[1 2 3 4]}}"),
                h("{{schema:-53 count:3 custom_values:[2 3 4] buckets:[1 1 0 1]}}"));
        assertThat(sum.boundariesReconciled()).isTrue();
        assertThat(sum.histogram()).isEqualTo(h("{{schema:-53 count:13 custom_values:[2 3] buckets:[4 4 5]}}"));
    }

    @Test
    void add_exponentialAndCustom_isRefused() {
        assertThatThrownBy(() ->
                        HistogramMath.add(h("{{count:1}}"), h("{{schema:-53 count:1 custom_values:[1] buckets:[1]}}")))
                .isInstanceOf(IncompatibleBoundsException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "unknown, unknown, UNKNOWN, false", "not_reset, not_reset, NOT_RESET, false", "reset, reset, RESET, false",
        "not_reset, unknown, UNKNOWN, false", "reset, not_reset, UNKNOWN, true", "gauge, not_reset, GAUGE, false",
        "reset, gauge, GAUGE, false"
    })
    void add_hints_areWhatBothAgreeOn(String left, String right, CounterReset expected, boolean collide) {
        HistogramSum sum = HistogramMath.add(
                h("{{count:1 counter_reset_hint:" + left + "}}"), h("{{count:1 counter_reset_hint:" + right + "}}"));
        assertThat(sum.histogram().counterReset()).isEqualTo(expected);
        assertThat(sum.resetsCollide()).isEqualTo(collide);
    }

    @Test
    void subtract_bucketOfTheOtherOnly_isNegative() {
        NativeHistogram difference = HistogramMath.subtract(
                        h("{{count:3 sum:5 buckets:[1 2]}}"), h("{{count:2 sum:1 n_buckets:[2]}}"))
                .histogram();
        assertThat(difference.count()).isEqualTo(1);
        assertThat(difference.sum()).isEqualTo(4);
        assertThat(difference.negative()).isEqualTo(new Buckets(new int[] {0}, new double[] {-2}));
    }

    @Test
    void scale_negative_isAGauge() {
        NativeHistogram scaled = HistogramMath.scale(h("{{count:3 sum:5 z_bucket:1 buckets:[2]}}"), -2);
        assertThat(scaled).isEqualTo(h("{{count:-6 sum:-10 z_bucket:-2 buckets:[-4] counter_reset_hint:gauge}}"));
    }

    @Test
    void divide_byZero_leavesNoBuckets() {
        NativeHistogram divided = HistogramMath.divide(h("{{count:3 sum:5 z_bucket:1 buckets:[2]}}"), 0);
        assertThat(divided.count()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(divided.positive().size()).isZero();
    }

    @Test
    void reduceTo_coarser_mergesBuckets() {
        // With schema 1, buckets 1 and 2 make (1, 2]; 3 and 4 make (2, 4].
        assertThat(HistogramMath.reduceTo(h("{{schema:1 count:10 offset:1 buckets:[1 2 3 4]}}"), 0))
                .isEqualTo(h("{{schema:0 count:10 offset:1 buckets:[3 7]}}"));
        NativeHistogram coarse = h("{{schema:0 count:1 buckets:[1]}}");
        assertThat(HistogramMath.reduceTo(coarse, 2)).isSameAs(coarse);
    }

    @Test
    void compact_emptyBuckets_areLeftOut() {
        assertThat(HistogramMath.compact(h("{{count:2 buckets:[0 1 0 1]}}")).positive())
                .isEqualTo(new Buckets(new int[] {1, 3}, new double[] {1, 1}));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{{count:2 buckets:[2]}} | {{count:3 buckets:[2 1]}} | false",
                "{{count:3 buckets:[3]}} | {{count:2 buckets:[2]}} | true",
                "{{count:3 buckets:[2 1]}} | {{count:4 buckets:[1 3]}} | true",
                "{{count:3 buckets:[2 1]}} | {{count:4 buckets:[4]}} | true",
                "{{schema:0 count:1 buckets:[1]}} | {{schema:1 count:2 buckets:[2]}} | true",
                "{{schema:1 count:1 offset:1 buckets:[1]}} | {{schema:0 count:2 offset:1 buckets:[2]}} | false",
                "{{count:2 z_bucket:2}} | {{count:2 z_bucket:1 buckets:[1]}} | true",
                "{{count:2 buckets:[2]}} | {{count:3 buckets:[3] counter_reset_hint:reset}} | true",
                "{{count:2 buckets:[2]}} | {{count:1 buckets:[1] counter_reset_hint:not_reset}} | false",
                "{{count:2 buckets:[2]}} | {{schema:-53 count:3 custom_values:[1] buckets:[3]}} | true",
                "{{schema:-53 count:2 custom_values:[1] buckets:[2]}} | {{schema:-53 count:3 custom_values:[1 2] buckets:[2 1]}} | false",
                "{{schema:-53 count:2 custom_values:[1] buckets:[2]}} | {{schema:-53 count:3 custom_values:[1] buckets:[1 2]}} | true"
            })
    void isCounterReset_twoSamples_isToldByHintOrBuckets(String before, String after, boolean expected) {
        assertThat(HistogramMath.isCounterReset(h(before), h(after))).isEqualTo(expected);
    }

    @Test
    void equal_emptyBucketsAndHints_doNotCount() {
        assertThat(HistogramMath.equal(
                        h("{{count:2 buckets:[2 0]}}"), h("{{count:2 buckets:[2] counter_reset_hint:gauge}}")))
                .isTrue();
        assertThat(HistogramMath.equal(h("{{count:2 buckets:[2]}}"), h("{{count:2 buckets:[1 1]}}")))
                .isFalse();
    }
}
