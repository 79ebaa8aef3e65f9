package io.dawsos.portfolio.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The providers' wire formats. */
class ReadersTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);
    private static final Set<String> APPLE = Set.of("AAPL");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void polygonCloses_dayWithoutTrading_areNone() throws BadAnswer {
        assertThat(PolygonForm.readCloses(
                        bytes("{\"queryCount\":0,\"resultsCount\":0,\"adjusted\":true,\"status\":\"OK\"}"), APPLE))
                .isEmpty();
    }

    @Test
    void polygonQuotes_withoutTrades_takeMinuteThenDayThenDayBefore() throws BadAnswer {
        String form = "{\"status\":\"OK\",\"tickers\":[{\"ticker\":\"AAPL\",\"min\":{\"c\":%s},\"day\":{\"c\":%s},"
                + "\"prevDay\":{\"c\":3.5}}]}";

        assertThat(PolygonForm.readQuotes(bytes(form.formatted("1.5", "2.5")), APPLE))
                .containsEntry("AAPL", new BigDecimal("1.5"));
        assertThat(PolygonForm.readQuotes(bytes(form.formatted("0", "2.5")), APPLE))
                .containsEntry("AAPL", new BigDecimal("2.5"));
        assertThat(PolygonForm.readQuotes(bytes(form.formatted("0", "0")), APPLE))
                .containsEntry("AAPL", new BigDecimal("3.5"));
    }

    @Test
    void fmpCloses_symbolWithClass_isTheirsWithADash() throws BadAnswer {
        String csv = """
                "symbol","date","open","low","high","close","adjClose","volume"
                "BRK-B","2026-03-06",1,1,1,481.25,481.25,10
                """;

        assertThat(FmpForm.readCloses(bytes(csv), DAY, Set.of("BRK.B")))
                .containsEntry("BRK.B", new BigDecimal("481.25"));
    }

    @Test
    void fmp_limitToldWithStatus200_isALimit() {
        byte[] body = bytes("{\"Error Message\" : \"Limit Reach . Please upgrade your plan\"}");

        assertThat(catchThrowableOfType(BadAnswer.class, () -> FmpForm.readCloses(body, DAY, APPLE))
                        .failure())
                .isEqualTo(Failure.HTTP_429);
        assertThat(catchThrowableOfType(BadAnswer.class, () -> FmpForm.readQuotes(body, APPLE))
                        .failure())
                .isEqualTo(Failure.HTTP_429);
    }

    @Test
    void fred_fullStops_arePassedOverForTheNewestValue() throws BadAnswer {
        byte[] body = bytes("{\"observations\":[{\"date\":\"2026-03-04\",\"value\":\"1.08\"},"
                + "{\"date\":\"2026-03-05\",\"value\":\"1.09\"},{\"date\":\"2026-03-06\",\"value\":\".\"},"
                + "{\"date\":\"2026-03-09\",\"value\":\"1.5\"}]}");

        assertThat(FredClient.read(body, DAY, series("EUR"))).isEqualByComparingTo("1.09");
    }

    @Test
    void fred_unitsForOneDollar_areTurnedRound() throws BadAnswer {
        byte[] body = bytes("{\"observations\":[{\"date\":\"2026-03-06\",\"value\":\"0.8\"}]}");

        assertThat(FredClient.read(body, DAY, series("CHF"))).isEqualByComparingTo("1.25");
        assertThat(FredClient.read(body, DAY, series("EUR"))).isEqualByComparingTo("0.8");
    }

    private static FredSeries series(String currency) {
        return Objects.requireNonNull(FredSeries.of(currency));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"status":"OK","results":[{"T":"AAPL","c":-5}]} | AAPL results[0].c: wanted more than 0, got less
                    {"status":"OK","results":[{"T":"AAPL","c":0}]} | AAPL results[0].c: wanted more than 0, got 0
                    {"status":"OK","results":[{"T":"AAPL","c":"5"}]} | AAPL results[0].c: wanted a number, got text
                    {"status":"OK","results":[{"T":"AAPL"}]} | AAPL results[0].c: wanted a number, got nothing
                    {"status":"OK","results":[{"T":1,"c":5}]} | results[0].T: wanted text, got a number
                    {"status":"OK","results":[[]]} | results[0]: wanted an object, got an array
                    {"status":"OK","results":{}} | results: wanted an array, got an object
                    {"status":"OK"} | results: wanted an array, got nothing
                    {"status":"ERROR","error":"x"} | status: wanted OK or DELAYED, got other text
                    [] | answer: wanted an object, got an array
                    {"status":"OK","results":[{"T":"AAPL","c":1e400000000}]} | AAPL results[0].c: wanted from 1E-8 to under 1E+12, got about 1E+400000000
                    {"status":"OK","results":[{"T":"AAPL","c":1e-400000000}]} | AAPL results[0].c: wanted from 1E-8 to under 1E+12, got about 1E-400000000
                    {"status":"OK","results":[{"T":"AAPL","c":999999999999.999999999}]} | AAPL results[0].c: wanted 8 digits after the point to tell it
                    {"status":"OK","results":[ | wanted JSON, got at line 1, column
                    <html> | wanted JSON, got at line 1, column 1
                    {"status":"OK","results":[]} x | wanted JSON, got at line 1, column
                    {"status":"OK","status":"OK"} | wanted JSON, got at line 1, column
                    """)
    void polygonCloses_garbage_saysWhereWhatWasWantedAndWhatCame(String body, String message) {
        assertThat(catchThrowableOfType(BadAnswer.class, () -> PolygonForm.readCloses(bytes(body), APPLE))
                        .reason())
                .startsWith(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    symbol;date;close#AAPL;2026-03-06;-1 | AAPL row 2, close: wanted more than 0, got less
                    symbol;date;close#AAPL;2026-03-06;abc | AAPL row 2, close: wanted a number, got other text
                    symbol;date;close#AAPL;2026-03-05;1 | row 2, date: wanted 2026-03-06, got another
                    symbol;date#AAPL;2026-03-06 | row 1: wanted a column "close", got none
                    ticker;close#AAPL;1 | row 1: wanted a column "symbol", got none
                    symbol;date;close;volume#IBM;2026-03-06;1 | row 2: wanted 4 columns, got 3
                    <html></html> | row 1: wanted a column "symbol", got none
                    {"Error Message":"no"} | answer: wanted rows, got an object
                    """)
    void fmpCloses_garbage_saysWhereWhatWasWantedAndWhatCame(String body, String message) {
        byte[] csv = bytes(body.replace(';', ',').replace('#', '\n'));

        assertThat(catchThrowableOfType(BadAnswer.class, () -> FmpForm.readCloses(csv, DAY, APPLE))
                        .reason())
                .isEqualTo(message);
    }
}
