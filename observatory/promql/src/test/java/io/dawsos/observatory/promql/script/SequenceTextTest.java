package io.dawsos.observatory.promql.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.StaleMarker;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequenceTextTest {

    @Test
    void sequence_ofFloats_isExpanded() {
        assertThat(texts("1 -2.5 1x2 0+10x3 5-1.5x2 _ _x2 stale NaN -Inf 1e3"))
                .containsExactly(
                        "1.0",
                        "-2.5",
                        "1.0",
                        "1.0",
                        "1.0",
                        "0.0",
                        "10.0",
                        "20.0",
                        "30.0",
                        "5.0",
                        "3.5",
                        "2.0",
                        "_",
                        "_",
                        "_",
                        "stale",
                        "NaN",
                        "-Infinity",
                        "1000.0");
    }

    @Test
    void sequence_ofHistograms_isAddedUp() {
        String text = "{{schema:1 sum:3 count:22 buckets:[5 10 7] counter_reset_hint:gauge}}"
                + "+{{schema:1 sum:1 count:2 buckets:[1 0 1] counter_reset_hint:gauge}}x1";
        assertThat(texts(text))
                .containsExactly(
                        "{{schema:1 count:22 sum:3 counter_reset_hint:gauge buckets:[5 10 7]}}",
                        "{{schema:1 count:24 sum:4 counter_reset_hint:gauge buckets:[6 10 8]}}");
    }

    @Test
    void histogram_withAllKeys_isReadAndPrinted() {
        String text = "{{schema:2 count:10 sum:-1.5 z_bucket:2 z_bucket_w:0.001 offset:-1 buckets:[1 0 3]"
                + " n_offset:2 n_buckets:[4]}}";
        assertThat(texts(text)).containsExactly(text);
        String custom = "{{schema:-53 count:3 sum:2 custom_values:[0.5 1] buckets:[1 1 1]}}";
        assertThat(texts(custom)).containsExactly(custom);
    }

    @Test
    void histogram_ofAFinerSchema_isAddedToACoarserOne() {
        assertThat(texts("{{schema:-1 sum:4 count:1 buckets:[1] offset:1}}+{{sum:4 count:4 buckets:[2 2] offset:1}}x1"))
                .last()
                .isEqualTo("{{schema:-1 count:5 sum:8 offset:1 buckets:[5]}}");
    }

    @Test
    void sequence_thatIsNone_isRefused() {
        assertThatThrownBy(() -> SequenceText.parse("1 two")).hasMessageStartingWith("no value: \"two\"");
        assertThatThrownBy(() -> SequenceText.parse("1x10000000")).hasMessageContaining("at most 1000000 values");
        assertThatThrownBy(() -> SequenceText.parse("{{sums:1}}")).hasMessage("a histogram has no \"sums\"");
    }

    private static List<String> texts(String sequence) {
        return SequenceText.parse(sequence).stream()
                .map(value -> switch (value) {
                    case SequenceValue.Omitted omitted -> "_";
                    case SequenceValue.Number number ->
                        StaleMarker.is(number.value()) ? "stale" : Double.toString(number.value());
                    case SequenceValue.Histogram histogram -> HistogramText.of(histogram.value());
                })
                .toList();
    }
}
