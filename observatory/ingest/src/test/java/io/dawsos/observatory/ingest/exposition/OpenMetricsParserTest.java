package io.dawsos.observatory.ingest.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.Exemplar;
import io.dawsos.observatory.model.Labels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenMetricsParserTest {

    private static RecordedScrape parse(String body) throws ExpositionException {
        return RecordedScrape.of(body, ContentType.OPEN_METRICS_1_0_0);
    }

    @Test
    void openMetrics_wholeFamily_givesMetadataSamplesAndExemplars() throws Exception {
        RecordedScrape scrape = parse("""
                # HELP wait_seconds How \\"long\\"
                # TYPE wait_seconds histogram
                # UNIT wait_seconds seconds
                wait_seconds_bucket{le="1"} 2 # {trace_id="abc"} 0.5 1700000000.25
                wait_seconds_bucket{le="+Inf"} 3 1.5 # {} 7
                wait_seconds_count 3 1700000000.999
                # EOF
                """);

        assertThat(scrape.metadata)
                .containsExactly(
                        "HELP wait_seconds How \"long\"", "TYPE wait_seconds histogram", "UNIT wait_seconds seconds");
        assertThat(scrape.samples.get(0).labels()).isEqualTo(Labels.of("__name__", "wait_seconds_bucket", "le", "1.0"));
        assertThat(scrape.samples.get(0).exemplars())
                .containsExactly(new Exemplar(Labels.of("trace_id", "abc"), 0.5, 1700000000250L));
        assertThat(scrape.samples.get(1).exemplars())
                .containsExactly(new Exemplar(Labels.EMPTY, 7, RecordedScrape.SCRAPED_AT));
        assertThat(scrape.samples.get(1).timestamp()).isEqualTo(1500L);
        assertThat(scrape.samples.get(2).timestamp()).isEqualTo(1700000000999L);
    }

    @Test
    void openMetrics_createdLines_areSamplesUnlessAskedForAsStarts() throws Exception {
        String body = """
                # TYPE hits counter
                hits_total{a="1"} 5
                hits_created{a="1"} 12.5
                hits_created{a="2"} 13
                hits_total{a="2"} 6
                # TYPE wait summary
                wait{quantile="0.5"} 1
                wait_count 9
                wait_created 20
                # TYPE g gauge
                g_created 3
                # EOF
                """;

        assertThat(parse(body).samples).hasSize(8).allMatch(sample -> sample.start() == 0);
        RecordedScrape scrape = RecordedScrape.of(
                body, ContentType.OPEN_METRICS_1_0_0, ExpositionOptions.DEFAULT.withCreatedAsStart(true));
        assertThat(scrape.samples.stream().map(s -> s.labels().metricName() + " " + s.start()))
                .containsExactly(
                        "hits_total 12500", "hits_total 13000", "wait 20000", "wait_count 20000", "g_created 0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "|line 1, column 1: wanted \"# EOF\" as the last line, got the end of the body",
                "a 1\\n|line 2, column 1: wanted \"# EOF\" as the last line, got the end of the body",
                "a 1\\n# EOF\\na 2\\n|line 3, column 1: wanted nothing after \"# EOF\", got \"a 2\"",
                "a 1\\n\\n# EOF|line 2, column 1: wanted a metric's name or an opening brace, got the end of the line",
                "a  1\\n# EOF|line 1, column 3: wanted a value after the series, got \" 1\"",
                "a 1|line 1, column 4: wanted the end of the line, got the end of the body",
                "# remark\\n# EOF|line 1, column 3: wanted HELP, TYPE, UNIT or EOF; OpenMetrics has no other comments, got \"remark\"",
                "# UNIT a_meters seconds\\n# EOF|line 1, column 17: the metric's name wants to end in its unit, as in \"a_meters_seconds\"",
                "# TYPE a untyped\\n# EOF|line 1, column 10: wanted one of the types counter, gauge, histogram, gaugehistogram, summary, info, stateset and unknown, got \"untyped\"",
                "a 1 NaN\\n# EOF|line 1, column 5: a timestamp in seconds is a finite number, got NaN",
                "a 1 # {b=\"c\"}\\n# EOF|line 1, column 14: wanted one space and an exemplar's value, got the end of the line",
                "a 1 # {\"b\"} 1\\n# EOF|line 1, column 7: an exemplar has no metric name; a label wants a value after its name",
                "a{b=\"c\", d=\"e\"} 1\\n# EOF|line 1, column 9: wanted a label's name or a closing brace, got \" d=\"e\"} 1\"",
            })
    void openMetrics_wrong_saysWhereAndWhat(String body, String message) {
        assertThatThrownBy(() -> parse(body == null ? "" : body.replace("\\n", "\n")))
                .isInstanceOf(ExpositionException.class)
                .hasMessage(message);
    }
}
