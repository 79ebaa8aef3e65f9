package io.dawsos.portfolio.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** News in Polygon's form: a few pieces a day about each security, which say that they are simulated. */
final class NewsPages implements ProviderPages {

    private static final Duration APART = Duration.ofHours(7);
    private static final int MOST = 100;
    private static final List<String> TITLES =
            List.of("%s opens a new plant", "%s names a new head of finance", "Analysts look at %s again");

    private final SimulatedMarket market;

    NewsPages(SimulatedMarket market) {
        this.market = market;
    }

    @Override
    public Page answer(Call call) {
        if (call.parameter("apiKey").isEmpty()) {
            return PolygonPages.error(401, "API Key was not provided");
        }
        if (!call.path().equals("/v2/reference/news")) {
            return PolygonPages.error(404, "Not found");
        }
        int limit = call.parameter("limit")
                .filter(text -> text.matches("\\d{1,4}"))
                .map(Integer::parseInt)
                .orElse(10);
        String symbol = call.parameter("ticker").orElse("");
        List<Map<String, Object>> results =
                market.symbols().contains(symbol) ? news(symbol, Math.min(limit, MOST)) : List.of();
        return Page.json(
                200, Map.of("status", "OK", "request_id", "simulated", "count", results.size(), "results", results));
    }

    private List<Map<String, Object>> news(String symbol, int count) {
        Instant newest = market.now().truncatedTo(ChronoUnit.HOURS);
        List<Map<String, Object>> results = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            Instant at = newest.minus(APART.multipliedBy(n));
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("id", symbol + "-" + at.getEpochSecond());
            item.put("publisher", Map.of("name", "Simulated News", "homepage_url", "https://example.com"));
            item.put("title", TITLES.get(n % TITLES.size()).formatted(symbol) + " (simulated)");
            item.put("author", "Nobody");
            item.put("published_utc", at.toString());
            item.put("article_url", "https://example.com/news/%s/%d".formatted(symbol, at.getEpochSecond()));
            item.put("tickers", List.of(symbol));
            item.put("description", "Made up by the market simulator.");
            results.add(item);
        }
        return results;
    }
}
