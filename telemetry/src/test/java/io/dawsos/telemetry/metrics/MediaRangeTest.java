package io.dawsos.telemetry.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class MediaRangeTest {

    @Test
    void parse_weights_orderTheRanges() {
        assertThat(types("text/plain;version=0.0.4;q=0.5, */*;q=0.1 ,Application/OpenMetrics-Text; version=1.0.0"))
                .containsExactly("application/openmetrics-text", "text/plain", "*/*");
    }

    @Test
    void parse_equalWeights_keepTheirOrder() {
        assertThat(types("b/b, a/a;q=0.9, c/c;q=1.000, d/d;q=0.900")).containsExactly("b/b", "c/c", "a/a", "d/d");
    }

    @Test
    void parse_weightZeroOrNoWeight_isNotWanted() {
        assertThat(types("a/a;q=0, b/b;q=0.000, c/c;q=1.5, d/d;q=high, e/e;q=NaN, f/f;q=-1"))
                .isEmpty();
    }

    @Test
    void parse_parameters_areKeptWithoutTheWeight() {
        assertThat(MediaRange.parse("a/b; Proto=\"x.Y\" ; q=0.5;encoding = delimited;;flag"))
                .containsExactly(new MediaRange("a/b", Map.of("proto", "x.Y", "encoding", "delimited"), 0.5));
    }

    @Test
    void parse_noHeader_wantsNothing() {
        assertThat(MediaRange.parse(null)).isEmpty();
        assertThat(MediaRange.parse("")).isEmpty();
        assertThat(MediaRange.parse(" , ;q=1")).isEmpty();
    }

    @Property
    void parse_anything_doesNotThrow(@ForAll String header) {
        assertThat(MediaRange.parse(header)).allMatch(range -> range.quality() > 0 && range.quality() <= 1);
    }

    private static List<String> types(String header) {
        return MediaRange.parse(header).stream().map(MediaRange::type).toList();
    }
}
