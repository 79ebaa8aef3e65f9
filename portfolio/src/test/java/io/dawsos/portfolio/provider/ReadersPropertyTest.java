package io.dawsos.portfolio.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever bytes come, a reader answers within its contract or says what is wrong; it never throws anything else. */
class ReadersPropertyTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 6);
    private static final Set<String> SYMBOLS = Set.of("AAPL", "BRK.B");

    private static final List<String> SEEDS = List.of("""
            {"queryCount":2,"resultsCount":2,"adjusted":false,"results":[\
            {"T":"AAPL","v":1.2e6,"vw":257.1,"o":256.5,"c":257.33,"h":258,"l":255.01,"t":1772827200000,"n":7},\
            {"T":"BRK.B","c":481.000000004}],"status":"OK","request_id":"a","count":2}""", """
            {"status":"DELAYED","count":1,"tickers":[{"ticker":"AAPL","todaysChange":-0.1,"updated":1772827200000000000,\
            "day":{"c":257.2},"lastTrade":{"p":257.3},"min":{"c":257.25},"prevDay":{"c":256.0}},\
            {"ticker":"BRK.B","day":{"c":0},"min":{"c":0},"prevDay":{"c":480.5}}]}""", """
            "symbol","date","open","low","high","close","adjClose","volume"
            "AAPL","2026-03-06",256.5,255.01,258,257.33,257.33,1000
            "BRK-B","2026-03-06",1.8e-7,1.8e-7,1.8e-7,1.8e-7,1.8e-7,79
            """, """
            [{"symbol":"AAPL","name":"Apple Inc.","price":257.3,"timestamp":1772827200},{"symbol":"BRK-B","price":481}]""", """
            {"realtime_start":"2026-03-06","units":"lin","count":3,"observations":[\
            {"date":"2026-03-06","value":"."},{"date":"2026-03-05","value":"1.0913"},{"date":"2026-03-04","value":"1.09"}]}""", """
            {"results":[{"id":"1","publisher":{"name":"P"},"title":"T","published_utc":"2026-03-06T10:00:00Z",\
            "article_url":"https://example.com/a","tickers":["AAPL"]}],"status":"OK","count":1}""", """
            {"Error Message": "Limit Reach . Please upgrade your plan"}""");

    private static final List<String> PIECES = List.of(
            "null",
            "-1",
            "0",
            "1e400000000",
            "1e-400000000",
            "[]",
            "{}",
            "\"\"",
            "true",
            "9".repeat(2000),
            "\"x\"",
            "NaN",
            "\\u0000",
            "[".repeat(2000),
            "\"\"\"",
            ",",
            "\n",
            "-0.0",
            "\"-5.5\"",
            "1.23456789012345678901");

    @Provide
    Arbitrary<byte[]> answers() {
        Arbitrary<byte[]> anything = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<byte[]> altered = Arbitraries.of(SEEDS)
                .flatMap(seed -> Arbitraries.longs().map(number -> alter(seed, new Random(number))));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(1, anything), net.jqwik.api.Tuple.of(9, altered));
    }

    /** Cuts, repeats, swaps and replaces, a few times over. */
    private static byte[] alter(String seed, Random random) {
        String text = seed;
        for (int times = 1 + random.nextInt(4); times > 0 && !text.isEmpty(); times--) {
            int from = random.nextInt(text.length());
            int to = Math.min(text.length(), from + random.nextInt(12));
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            text = switch (random.nextInt(5)) {
                case 0 -> text.substring(0, from);
                case 1 -> text.substring(0, from) + piece + text.substring(to);
                case 2 -> text.substring(0, to) + text.substring(from);
                case 3 -> text.replaceAll("\\d+\\.\\d+", java.util.regex.Matcher.quoteReplacement(piece));
                default -> text.substring(0, from) + (char) random.nextInt(256) + text.substring(to);
            };
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(10) == 0 ? Arrays.copyOf(bytes, bytes.length + 1) : bytes;
    }

    @Property(tries = 4000)
    void polygonCloses_anyBytes_pricesOrAReason(@ForAll("answers") byte[] body) {
        checkPrices(() -> PolygonForm.readCloses(body, SYMBOLS));
    }

    @Property(tries = 4000)
    void polygonQuotes_anyBytes_pricesOrAReason(@ForAll("answers") byte[] body) {
        checkPrices(() -> PolygonForm.readQuotes(body, SYMBOLS));
    }

    @Property(tries = 4000)
    void fmpCloses_anyBytes_pricesOrAReason(@ForAll("answers") byte[] body) {
        checkPrices(() -> FmpForm.readCloses(body, DAY, SYMBOLS));
    }

    @Property(tries = 4000)
    void fmpQuotes_anyBytes_pricesOrAReason(@ForAll("answers") byte[] body) {
        checkPrices(() -> FmpForm.readQuotes(body, SYMBOLS));
    }

    @Property(tries = 4000)
    void fred_anyBytes_aRateOrAReason(@ForAll("answers") byte[] body) {
        for (String currency : List.of("EUR", "JPY")) {
            FredSeries series = java.util.Objects.requireNonNull(FredSeries.of(currency));
            checkNumbers(() -> Map.of(currency, FredClient.read(body, DAY, series)), Amounts.RATE_DIGITS);
        }
    }

    @Property(tries = 4000)
    void news_anyBytes_itemsOrAReason(@ForAll("answers") byte[] body) {
        try {
            assertThat(NewsClient.read(body, 5))
                    .hasSizeLessThanOrEqualTo(5)
                    .allSatisfy(item -> assertThat(item.link().getScheme()).startsWith("http"));
        } catch (BadAnswer bad) {
            assertThat(bad.reason()).isNotBlank().hasSizeLessThan(400);
        }
    }

    @FunctionalInterface
    private interface Reading {
        Map<String, BigDecimal> read() throws BadAnswer;
    }

    private static void checkPrices(Reading reading) {
        checkNumbers(reading, Amounts.PRICE_DIGITS);
    }

    private static void checkNumbers(Reading reading, int digits) {
        try {
            reading.read().forEach((name, value) -> {
                assertThat(value).isPositive();
                assertThat(value.scale()).isBetween(0, digits);
                assertThat(value.precision() - value.scale()).isLessThanOrEqualTo(12);
            });
        } catch (BadAnswer bad) {
            assertThat(bad.reason()).isNotBlank().hasSizeLessThan(400);
        }
    }
}
