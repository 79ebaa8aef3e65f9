package io.dawsos.observatory.ingest.exposition;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ExpositionRoundTripTest {

    @Provide
    Arbitrary<Map<String, String>> labels() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(12).filter(GoString::isUnicode);
        Arbitrary<String> name = text.filter(s -> !s.isEmpty() && !s.equals(Labels.METRIC_NAME));
        return Arbitraries.maps(name, text).ofMaxSize(6);
    }

    @Property(tries = 500)
    void series_writtenInAnyTextFormat_isReadAsTheSame(
            @ForAll("labels") Map<String, String> labels, @ForAll double value, @ForAll int milliseconds)
            throws ExpositionException {
        Labels series = Labels.of(labels).with(Labels.METRIC_NAME, "a metric \u00e4");
        String text = text(series);
        RecordedScrape plain = RecordedScrape.of(
                text + " " + value(value) + " " + milliseconds + "\n", ContentType.PROMETHEUS_TEXT_1_0_0);
        RecordedScrape open =
                RecordedScrape.of(text + " " + value(value) + "\n# EOF\n", ContentType.OPEN_METRICS_1_0_0);

        for (RecordedScrape scrape : List.of(plain, open)) {
            assertThat(scrape.only().labels()).isEqualTo(series);
            assertThat(scrape.only().value()).isEqualTo(value);
            assertThat(scrape.only().series()).isEqualTo(text);
        }
        assertThat(plain.only().timestamp()).isEqualTo((long) milliseconds);
    }

    @Property(tries = 2000)
    void decimal_anyDouble_isReadAsItself(@ForAll double value) throws ExpositionException {
        assertThat(RecordedScrape.of("a " + value(value), ContentType.PROMETHEUS_TEXT_0_0_4)
                        .only()
                        .value())
                .isEqualTo(value);
        assertThat(Double.parseDouble(FloatText.of(value))).isEqualTo(value == 0 ? 0 : value);
    }

    private static String value(double value) {
        return Double.toString(value).replace("Infinity", "Inf");
    }

    private static String text(Labels labels) {
        StringBuilder text = new StringBuilder("{");
        labels.forEach((name, value) -> {
            text.append(text.length() > 1 ? "," : "");
            if (name.equals(Labels.METRIC_NAME)) {
                text.append(quoted(value));
            } else {
                text.append(quoted(name)).append('=').append(quoted(value));
            }
        });
        return text.append('}').toString();
    }

    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}
