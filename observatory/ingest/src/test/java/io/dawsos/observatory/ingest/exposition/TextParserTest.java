package io.dawsos.observatory.ingest.exposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.Labels;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextParserTest {

    private static RecordedScrape parse(String body) throws ExpositionException {
        return RecordedScrape.of(body, ContentType.PROMETHEUS_TEXT_0_0_4);
    }

    @Test
    void text_wholeFamily_givesMetadataAndSamplesInOrder() throws Exception {
        RecordedScrape scrape = parse("""
                # HELP requests_total What came in,\\nby \\\\ "kind"
                # TYPE requests_total counter
                requests_total{code="200", method = "get",} 10
                  requests_total { code="500" }\t1e3 1700000000123

                # a remark
                #TYPE no counter
                up 1""");

        assertThat(scrape.metadata)
                .containsExactly("HELP requests_total What came in,\nby \\ \"kind\"", "TYPE requests_total counter");
        assertThat(scrape.texts())
                .containsExactly(
                        "requests_total{code=\"200\", method=\"get\"} 10.0",
                        "requests_total{code=\"500\"} 1000.0",
                        "up 1.0");
        assertThat(scrape.samples.get(0).series()).isEqualTo("requests_total{code=\"200\", method = \"get\",}");
        assertThat(scrape.samples.get(0).timestamp()).isNull();
        assertThat(scrape.samples.get(1).timestamp()).isEqualTo(1700000000123L);
    }

    @Test
    void text_escapesInValues_areRead() throws Exception {
        assertThat(parse("a{b=\"x\\\\y\\n\\\"z\\q\",empty=\"\"} 1").only().labels())
                .isEqualTo(Labels.of("__name__", "a", "b", "x\\y\n\"z\\q"));
    }

    @Test
    void text_quotedNames_areRead() throws Exception {
        RecordedScrape scrape = parse("""
                # TYPE "my.requests" gauge
                {"my.requests","http.status"="2 00",plain="x"} 3
                {region="eu","my.requests"} 4
                """);

        assertThat(scrape.metadata).containsExactly("TYPE my.requests gauge");
        assertThat(scrape.samples.get(0).labels())
                .isEqualTo(Labels.of("__name__", "my.requests", "http.status", "2 00", "plain", "x"));
        assertThat(scrape.samples.get(1).labels()).isEqualTo(Labels.of("__name__", "my.requests", "region", "eu"));
    }

    @ParameterizedTest
    @CsvSource({"1,1.0", "1e6,1e+06", "0.50,0.5", "+Inf,+Inf", "inf,+Inf", "odd,odd", "0.00001,1e-05", "100000,100000.0"
    })
    void text_boundOfBucket_isWrittenAsNumber(String written, String normal) throws Exception {
        String body = "# TYPE h histogram\nh_bucket{le=\"" + written + "\"} 1\n";
        assertThat(parse(body).only().labels().get("le")).isEqualTo(normal);
    }

    @Test
    void text_numbersOutsideHistograms_stayAsWritten() throws Exception {
        assertThat(parse("# TYPE g gauge\ng{le=\"1\",quantile=\"1\"} 1\n")
                        .only()
                        .labels())
                .isEqualTo(Labels.of("__name__", "g", "le", "1", "quantile", "1"));
        assertThat(parse("# TYPE s summary\ns{quantile=\"1\"} 1\n")
                        .only()
                        .labels()
                        .get("quantile"))
                .isEqualTo("1.0");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0.0",
        "-0,-0.0",
        "+5,5.0",
        ".5,0.5",
        "5.,5.0",
        "1.7976931348623157e308,1.7976931348623157E308",
        "4.9e-324,4.9E-324",
        "0.1234567890123456789,0.12345678901234568",
        "12345678901234567890123,1.2345678901234568E22",
        "1e400,Infinity",
        "123456789e-30,1.23456789E-22",
        "NaN,NaN",
        "-Inf,-Infinity"
    })
    void text_number_isTheNearestDouble(String written, double value) throws Exception {
        assertThat(parse("a " + written).only().value()).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a|line 1, column 2: wanted a value after the series, got the end of the body",
                "a 1x|line 1, column 3: wanted a value after the series, got \"1x\"",
                "a 0x1p3|line 1, column 3: wanted a value after the series, got \"0x1p3\"",
                "a 1_0|line 1, column 3: wanted a value after the series, got \"1_0\"",
                "a 1d|line 1, column 3: wanted a value after the series, got \"1d\"",
                "a 1 x|line 1, column 5: wanted the end of the line or a timestamp in milliseconds, got \"x\"",
                "a 1 5 6|line 1, column 7: wanted the end of the line after a timestamp, got \"6\"",
                "a{b} 1|line 1, column 4: wanted an equal sign after a label's name, got \"} 1\"",
                "a{b=c} 1|line 1, column 5: wanted a label's value in double quotes, got \"c} 1\"",
                "a{b=\"c} 1|line 1, column 5: wanted a closing double quote, got \"\"c} 1\"",
                "a{b=\"c\" d=\"e\"} 1|line 1, column 9: wanted a comma or a closing brace after a label, got \"d=\"e\"} 1\"",
                "a{,} 1|line 1, column 3: wanted a label's name or a closing brace, got \",} 1\"",
                "a{b=\"c\",b=\"d\"} 1|line 1, column 1: the label \"b\" comes twice in a series",
                "{b=\"c\"} 1|line 1, column 1: the series has no metric name",
                "a{\"c\"} 1|line 1, column 1: the series has two metric names",
                "{\"a\",\"c\"} 1|line 1, column 6: the series has two metric names; a label wants a value after its name",
                "9a 1|line 1, column 1: wanted a metric's name or an opening brace, got \"9a 1\"",
                "# TYPE a counte|line 1, column 10: wanted one of the types counter, gauge, histogram, summary and untyped, got \"counte\"",
                "# HELP 9 x|line 1, column 8: wanted a metric's name, got \"9 x\"",
            })
    void text_wrong_saysWhereAndWhat(String body, String message) {
        assertThatThrownBy(() -> parse(body))
                .isInstanceOf(ExpositionException.class)
                .hasMessage(message);
    }

    @Test
    void text_wrongInTheThirdLine_saysSo() {
        assertThatThrownBy(() -> parse("a 1\n\nb two\n"))
                .hasMessage("line 3, column 3: wanted a value after the series, got \"two\"");
    }

    @Test
    void text_notUtf8_isRefused() {
        byte[] body = "a{b=\"x\"} 1\n".getBytes(StandardCharsets.ISO_8859_1);
        body[5] = (byte) 0xff;
        assertThatThrownBy(() -> RecordedScrape.of(body, ContentType.PROMETHEUS_TEXT_0_0_4, ExpositionOptions.DEFAULT))
                .hasMessage("line 1, column 6: the series is not UTF-8");
    }

    @Test
    void text_beyondLimits_isRefused() {
        ExpositionOptions narrow = new ExpositionOptions(true, false, false, 20, 3);
        assertThatThrownBy(() ->
                        RecordedScrape.of("a 1\n" + "b".repeat(20) + " 1\n", ContentType.PROMETHEUS_TEXT_0_0_4, narrow))
                .hasMessage("line 2, column 1: the line has more than 20 bytes");
        assertThatThrownBy(() ->
                        RecordedScrape.of("a{b=\"1\",c=\"2\",d=\"3\"} 1", ContentType.PROMETHEUS_TEXT_0_0_4, narrow))
                .hasMessageContaining("more than 2 labels");
    }
}
