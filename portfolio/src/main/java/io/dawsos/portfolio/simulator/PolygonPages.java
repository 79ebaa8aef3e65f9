package io.dawsos.portfolio.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Polygon's Daily Market Summary and Full Market Snapshot. Lists what Polygon would not, too: all of the demo. */
final class PolygonPages implements ProviderPages {

    private static final String GROUPED = "/v2/aggs/grouped/locale/us/market/stocks/";
    private static final String SNAPSHOT = "/v2/snapshot/locale/us/markets/stocks/tickers";
    private static final int VOLUME = 1_000_000;

    private final SimulatedMarket market;

    PolygonPages(SimulatedMarket market) {
        this.market = market;
    }

    @Override
    public Page answer(Call call) {
        if (call.parameter("apiKey").isEmpty()) {
            return error(401, "API Key was not provided");
        }
        if (call.path().startsWith(GROUPED)) {
            return Call.day(call.path().substring(GROUPED.length()))
                    .map(this::grouped)
                    .orElse(error(400, "Could not parse the date"));
        }
        return call.path().equals(SNAPSHOT) ? snapshot(call.list("tickers")) : error(404, "Not found");
    }

    static Page error(int status, String message) {
        return Page.json(status, Map.of("status", "ERROR", "request_id", "simulated", "error", message));
    }

    private Page grouped(LocalDate day) {
        long close = day.atTime(20, 0).toInstant(ZoneOffset.UTC).toEpochMilli();
        List<Map<String, Object>> results = new ArrayList<>();
        for (String symbol : market.symbols()) {
            market.close(symbol, day).ifPresent(price -> {
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("T", symbol);
                row.putAll(bar(price));
                row.put("t", close);
                row.put("n", 1);
                results.add(row);
            });
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("queryCount", results.size());
        answer.put("resultsCount", results.size());
        answer.put("adjusted", false);
        if (!results.isEmpty()) {
            answer.put("results", results);
        }
        answer.put("status", "OK");
        answer.put("request_id", "simulated");
        answer.put("count", results.size());
        return Page.json(200, answer);
    }

    private Page snapshot(List<String> tickers) {
        Instant now = market.now();
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String symbol : tickers.isEmpty() ? market.symbols() : tickers) {
            Optional<BigDecimal> before = market.close(symbol, TradingDays.before(today));
            market.quote(symbol, now).ifPresent(price -> rows.add(ticker(symbol, price, before.orElse(price), now)));
        }
        return Page.json(200, Map.of("status", "OK", "request_id", "simulated", "count", rows.size(), "tickers", rows));
    }

    private static Map<String, Object> ticker(String symbol, BigDecimal price, BigDecimal before, Instant now) {
        long nanos = now.getEpochSecond() * 1_000_000_000L;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("ticker", symbol);
        row.put("todaysChange", price.subtract(before));
        row.put("updated", nanos);
        row.put("day", bar(price));
        row.put("lastTrade", Map.of("p", price, "s", 100, "t", nanos, "x", 4, "i", "1"));
        row.put("min", bar(price));
        row.put("prevDay", bar(before));
        return row;
    }

    private static Map<String, Object> bar(BigDecimal price) {
        Map<String, Object> bar = new LinkedHashMap<>();
        bar.put("v", VOLUME);
        bar.put("vw", price);
        bar.put("o", price);
        bar.put("c", price);
        bar.put("h", price);
        bar.put("l", price);
        return bar;
    }
}
