package io.dawsos.observatory.promql.function;

import static io.dawsos.observatory.promql.function.RangeCall.floats;
import static io.dawsos.observatory.promql.function.RangeCall.mixed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.Feature;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void rate_samplesAtBothEdges_isGrowthBySeconds() {
        assertThat(RangeCall.of("rate(x_total[1m])", 60_000, floats(15_000, 5, 10, 15, 20, 25))
                        .value())
                .isCloseTo(20 / 60.0, EXACT);
    }

    @Test
    void increase_counterBeginsAgain_countsFromZero() {
        assertThat(RangeCall.of("increase(x_total[1m1ms])", 60_000, floats(15_000, 100, 110, 120, 4, 9))
                        .value())
                .isCloseTo(29, within(0.001));
    }

    @Test
    void increase_seriesBeginsInRange_extrapolatesByHalfAGap() {
        // From 0 s to 60 s it grows by 40; the range begins 240 s before, the average gap is 20 s.
        Samples samples = floats(20_000, 100, 113, 126, 140);
        assertThat(RangeCall.of("increase(x_total[5m])", 60_000, samples).value())
                .isCloseTo(40 * (60 + 10) / 60.0, EXACT);
    }

    @Test
    void increase_counterNearZero_isNotExtrapolatedUnderIt() {
        // At this growth it stood at 0 just 3 s before its first sample.
        Samples samples = floats(20_000, 2, 15, 28, 42);
        assertThat(RangeCall.of("increase(x_total[5m])", 60_000, samples).value())
                .isCloseTo(40 * (60 + 3) / 60.0, EXACT);
    }

    @Test
    void delta_gaugeNearZero_isExtrapolatedUnderIt() {
        Samples samples = floats(20_000, 2, 15, 28, 42);
        assertThat(RangeCall.of("delta(x[5m])", 60_000, samples).value()).isCloseTo(40 * (60 + 10) / 60.0, EXACT);
    }

    @Test
    void delta_gaugeFalls_isNegative() {
        assertThat(RangeCall.of("delta(x[1m1ms])", 60_000, floats(30_000, 9, 4, 2))
                        .value())
                .isCloseTo(-7, within(0.001));
    }

    @Test
    void rate_oneSample_isNothing() {
        assertThat(RangeCall.of("rate(x_total[1m])", 0, floats(15_000, 5)).isEmpty())
                .isTrue();
    }

    @Test
    void rate_nameOfNoCounter_saysSo() {
        RangeCall call = RangeCall.of("rate(level[1m])", 60_000, floats(15_000, 1, 2, 3, 4));
        assertThat(call.annotations().infos())
                .containsExactly(
                        "PromQL info: metric might not be a counter, name does not end in _total/_sum/_count/_bucket:"
                                + " \"level\" (1:6)");
        assertThat(RangeCall.of("delta(level[1m])", 60_000, floats(15_000, 1, 2, 3))
                        .annotations()
                        .infos())
                .isEmpty();
    }

    @Test
    void rate_floatsAndHistograms_isNothingAndSaysSo() {
        RangeCall call = RangeCall.of("rate(x_total[1m])", 30_000, mixed(15_000, "1", "{{count:1 sum:1}}", "2"));
        assertThat(call.isEmpty()).isTrue();
        assertThat(call.annotations().warnings())
                .containsExactly("PromQL warning: encountered a mix of histograms and floats for metric name"
                        + " \"x_total\" (1:6)");
    }

    @Test
    void increase_histogram_growsBucketByBucket() {
        RangeCall call = RangeCall.of(
                "increase(x[1m1ms])",
                60_000,
                mixed(
                        30_000,
                        "{{count:3 sum:4 buckets:[1 2]}}",
                        "{{count:5 sum:8 buckets:[1 4]}}",
                        "{{count:9 sum:20 buckets:[3 6]}}"));
        assertThat(call.histogram().count()).isCloseTo(6, within(0.001));
        assertThat(call.histogram().positive().count(0)).isCloseTo(2, within(0.001));
        assertThat(call.histogram().counterReset()).isEqualTo(CounterReset.GAUGE);
        assertThat(call.annotations().warnings()).isEmpty();
    }

    @Test
    void increase_histogramBucketFell_countsFromNothing() {
        RangeCall call = RangeCall.of(
                "increase(x[1m1ms])",
                60_000,
                mixed(30_000, "{{count:3 buckets:[1 2]}}", "{{count:5 buckets:[1 4]}}", "{{count:6 buckets:[6]}}"));
        assertThat(call.histogram().count()).isCloseTo(8, within(0.001));
    }

    @Test
    void rate_firstHistogramOfOtherKindBeforeReset_isLeftOut() {
        RangeCall call = RangeCall.of(
                "increase(x[1m])",
                60_000,
                mixed(
                        30_000,
                        "{{count:9}}",
                        "{{schema:-53 count:1 custom_values:[5] buckets:[1]}}",
                        "{{count:4 buckets:[4]}}"));
        assertThat(call.histogram().hasCustomBoundaries()).isFalse();
        assertThat(call.annotations().warnings()).isEmpty();
    }

    @Test
    void rate_histogramsOfBothKinds_isNothingAndSaysSo() {
        RangeCall call = RangeCall.of(
                "rate(x[2m])",
                60_000,
                mixed(
                        30_000,
                        "{{count:1 buckets:[1]}}",
                        "{{schema:-53 count:2 custom_values:[5] buckets:[2]}}",
                        "{{count:4 buckets:[4]}}"));
        assertThat(call.isEmpty()).isTrue();
        assertThat(call.annotations().warnings())
                .containsExactly("PromQL warning: vector contains a mix of histograms with exponential and custom"
                        + " buckets schemas for metric name \"x\" (1:6)");
    }

    @Test
    void rate_histogramIsGauge_saysSo() {
        String gauge = "{{count:2 counter_reset_hint:gauge}}";
        assertThat(RangeCall.of("rate(x[2m])", 60_000, mixed(30_000, gauge, gauge))
                        .annotations()
                        .warnings())
                .containsExactly("PromQL warning: this native histogram metric is not a counter: \"x\" (1:6)");
        assertThat(RangeCall.of("delta(x[2m])", 60_000, mixed(30_000, gauge, gauge))
                        .annotations()
                        .warnings())
                .isEmpty();
    }

    @Test
    void delta_histogramIsCounter_saysSo() {
        assertThat(RangeCall.of("delta(x[2m])", 60_000, mixed(30_000, "{{count:2}}", "{{count:3}}"))
                        .annotations()
                        .warnings())
                .containsExactly("PromQL warning: this native histogram metric is not a gauge: \"x\" (1:7)");
    }

    @Test
    void irate_lastTwoSamples_isTheirGrowthBySeconds() {
        assertThat(RangeCall.of("irate(x_total[5m])", 60_000, floats(20_000, 1, 50, 60, 80))
                        .value())
                .isCloseTo(1, EXACT);
    }

    @Test
    void irate_counterBeginsAgain_countsFromZero() {
        assertThat(RangeCall.of("irate(x_total[5m])", 40_000, floats(20_000, 1, 50, 10))
                        .value())
                .isCloseTo(0.5, EXACT);
    }

    @Test
    void idelta_lastTwoSamples_isTheirDifference() {
        assertThat(RangeCall.of("idelta(x[5m])", 40_000, floats(20_000, 1, 50, 10))
                        .value())
                .isEqualTo(-40);
        assertThat(RangeCall.of("idelta(x[5m])", 0, floats(20_000, 1)).isEmpty())
                .isTrue();
    }

    @Test
    void increase_startTimestampInRange_countsFromZeroThen() {
        Samples samples = new Samples();
        samples.append(60_000, 7);
        samples.startedAt(30_000);
        samples.append(90_000, 10);
        samples.startedAt(30_000);

        assertThat(RangeCall.of("increase(x_total[2m])", 90_000, samples).value())
                .isCloseTo(10, EXACT);
        assertThat(RangeCall.of("increase(x_total[2m])", 90_000, samples, Set.of())
                        .value())
                .isCloseTo(3 * (30 + 15) / 30.0, EXACT);
    }

    @Test
    void increase_deltasWithStartTimestamps_isTheirSum() {
        Samples samples = new Samples();
        for (int i = 1; i <= 4; i++) {
            samples.append(i * 30_000L, 5);
            samples.startedAt((i - 1) * 30_000L + 1);
        }
        RangeCall call = RangeCall.of("increase(x_total[2m])", 120_000, samples, Set.of(Feature.START_TIMESTAMPS));
        assertThat(call.value()).isCloseTo(20, EXACT);
        assertThat(call.annotations().warnings()).isEmpty();
    }

    @Test
    void rate_startTimestampsOverlap_saysSo() {
        Samples samples = new Samples();
        samples.append(30_000, 5);
        samples.startedAt(10_000);
        samples.append(60_000, 6);
        samples.startedAt(20_000);
        assertThat(RangeCall.of("rate(x_total[1m])", 60_000, samples)
                        .annotations()
                        .warnings())
                .containsExactly("PromQL warning: sample has start time that overlaps with previous sample timestamp"
                        + " for metric \"x_total\" (1:6)");
    }
}
