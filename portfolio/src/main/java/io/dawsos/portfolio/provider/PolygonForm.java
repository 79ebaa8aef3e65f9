package io.dawsos.portfolio.provider;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Polygon's Daily Market Summary and Full Market Snapshot (REST, v2). */
final class PolygonForm implements PriceClient.Form {

    static final String KEY_PARAMETER = "apiKey";

    /** Some 12 000 symbols of 130 bytes, and room. */
    private static final int MARKET_BYTES = 8 << 20;

    private static final int SNAPSHOT_BYTES = 2 << 20;

    @Override
    public Question<Map<String, BigDecimal>> closes(LocalDate day, Set<String> symbols) {
        return new Question<>(
                "grouped_daily",
                "/v2/aggs/grouped/locale/us/market/stocks/" + day,
                PriceClient.parameters("adjusted", "false"),
                symbols,
                MARKET_BYTES,
                PriceClient.CLOSES_GOOD_FOR,
                body -> readCloses(body, symbols));
    }

    @Override
    public Question<Map<String, BigDecimal>> quotes(Set<String> symbols) {
        return new Question<>(
                "snapshot",
                "/v2/snapshot/locale/us/markets/stocks/tickers",
                PriceClient.parameters("tickers", String.join(",", symbols)),
                symbols,
                SNAPSHOT_BYTES,
                PriceClient.QUOTES_GOOD_FOR,
                body -> readQuotes(body, symbols));
    }

    /** A day without trading has no results, and then not even the array. */
    static Map<String, BigDecimal> readCloses(byte[] body, Set<String> symbols) throws BadAnswer {
        JsonNode root = root(body);
        JsonNode results = root.path("results");
        if (results.isMissingNode() && root.path("resultsCount").asInt(-1) == 0) {
            return Map.of();
        }
        Map<String, BigDecimal> closes = new HashMap<>();
        List<JsonNode> rows = Json.array(results, "results");
        for (int i = 0; i < rows.size(); i++) {
            String where = "results[" + i + "]";
            String symbol = Json.text(Json.object(rows.get(i), where).path("T"), where + ".T");
            if (symbols.contains(symbol)) {
                closes.put(symbol, Amounts.price(rows.get(i).path("c"), symbol + " " + where + ".c"));
            }
        }
        return Map.copyOf(closes);
    }

    static Map<String, BigDecimal> readQuotes(byte[] body, Set<String> symbols) throws BadAnswer {
        Map<String, BigDecimal> quotes = new HashMap<>();
        List<JsonNode> rows = Json.array(root(body).path("tickers"), "tickers");
        for (int i = 0; i < rows.size(); i++) {
            String where = "tickers[" + i + "]";
            String symbol = Json.text(Json.object(rows.get(i), where).path("ticker"), where + ".ticker");
            if (symbols.contains(symbol)) {
                quotes.put(symbol, newest(rows.get(i), symbol + " " + where));
            }
        }
        return Map.copyOf(quotes);
    }

    /** The last trade where the plan includes it, else the close of the minute, of the day so far, of the day before. */
    private static BigDecimal newest(JsonNode row, String where) throws BadAnswer {
        JsonNode trade = row.path("lastTrade").path("p");
        if (!trade.isMissingNode()) {
            return Amounts.price(trade, where + ".lastTrade.p");
        }
        for (String bar : List.of("min", "day")) {
            JsonNode close = row.path(bar).path("c");
            if (close.isNumber() && close.decimalValue().signum() != 0) {
                return Amounts.price(close, where + "." + bar + ".c");
            }
        }
        return Amounts.price(row.path("prevDay").path("c"), where + ".prevDay.c");
    }

    private static JsonNode root(byte[] body) throws BadAnswer {
        JsonNode root = Json.object(Json.parse(body), "answer");
        String status = Json.text(root.path("status"), "status");
        if (!status.equals("OK") && !status.equals("DELAYED")) {
            throw BadAnswer.garbage("status: wanted OK or DELAYED, got other text");
        }
        return root;
    }
}
