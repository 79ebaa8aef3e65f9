package io.dawsos.observatory.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.script.HistogramText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleComparisonTest {
    private static Sample sample(String name, double value) {
        return Sample.of(Labels.of("__name__", name), value, null);
    }

    private static Sample histogram(String text) {
        return Sample.of(Labels.EMPTY, Double.NaN, HistogramText.parse(text).value());
    }

    private static List<String> diff(boolean fuzzy, List<Sample> expected, List<Sample> got) {
        return new SampleComparison(fuzzy)
                .diff(expected, got).stream().map(DiffLine::toString).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3, false, true",
        "3, 3.0000000000000004, false, false",
        "3, 3.0000000000000004, true, true",
        "3, 2.9999999999999987, true, false",
        "0, -0.0, false, true",
        "NaN, NaN, false, false",
        "NaN, NaN, true, true",
        "Infinity, Infinity, true, true"
    })
    void floats_each_compareAsPromtools(double wanted, double came, boolean fuzzy, boolean same) {
        assertThat(diff(fuzzy, List.of(sample("a", wanted)), List.of(sample("a", came)))
                        .isEmpty())
                .isEqualTo(same);
    }

    @Test
    void samples_missingOtherAndTooMany_areSignedBySide() {
        assertThat(diff(
                        false,
                        List.of(sample("a", 1), sample("b", 2), sample("c", 3)),
                        List.of(sample("c", 3), sample("b", 4), sample("d", 5))))
                .containsExactly("- a 1", "- b 2", "+ b 4", "  c 3", "+ d 5");
    }

    @Test
    void histograms_emptyBuckets_sayNothing() {
        assertThat(diff(
                        false,
                        List.of(histogram("{{count:3 sum:1 offset:1 buckets:[3]}}")),
                        List.of(histogram("{{count:3 sum:1 buckets:[0 3 0]}}"))))
                .isEmpty();
    }

    @Test
    void histograms_knowledgeOfResets_isCompared() {
        assertThat(diff(
                        false,
                        List.of(histogram("{{count:3 sum:1 buckets:[3]}}")),
                        List.of(histogram("{{count:3 sum:1 counter_reset_hint:not_reset buckets:[3]}}"))))
                .containsExactly(
                        "- {} {{count:3 sum:1 buckets:[3]}}",
                        "+ {} {{count:3 sum:1 counter_reset_hint:not_reset buckets:[3]}}");
    }
}
