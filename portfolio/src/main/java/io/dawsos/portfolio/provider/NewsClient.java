package io.dawsos.portfolio.provider;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** News in the form of Polygon's {@code /v2/reference/news}. */
final class NewsClient implements NewsProvider {

    static final String KEY_PARAMETER = "apiKey";

    private static final int MOST_ITEMS = 100;
    private static final int MOST_BYTES = 2 << 20;
    private static final int LONGEST_TEXT = 500;
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final Asker asker;

    NewsClient(Asker asker) {
        this.asker = asker;
    }

    @Override
    public String name() {
        return asker.source().name();
    }

    @Override
    public Answer<List<NewsItem>> news(String symbol, int limit) throws ProviderException {
        if (limit < 1 || limit > MOST_ITEMS) {
            throw new IllegalArgumentException("limit: wanted from 1 to %d, got %d".formatted(MOST_ITEMS, limit));
        }
        return asker.ask(new Question<>(
                "reference_news",
                "/v2/reference/news",
                PriceClient.parameters(
                        "ticker",
                        Symbols.check(symbol),
                        "order",
                        "desc",
                        "sort",
                        "published_utc",
                        "limit",
                        Integer.toString(limit)),
                Set.of(symbol),
                MOST_BYTES,
                GOOD_FOR,
                body -> read(body, limit)));
    }

    static List<NewsItem> read(byte[] body, int limit) throws BadAnswer {
        JsonNode root = Json.object(Json.parse(body), "answer");
        List<NewsItem> items = new ArrayList<>();
        List<JsonNode> rows = Json.array(root.path("results"), "results");
        for (int i = 0; i < rows.size(); i++) {
            String where = "results[" + i + "]";
            items.add(item(Json.object(rows.get(i), where), where));
        }
        return items.stream()
                .sorted(Comparator.comparing(NewsItem::publishedAt).reversed())
                .limit(limit)
                .toList();
    }

    private static NewsItem item(JsonNode row, String where) throws BadAnswer {
        return new NewsItem(
                cut(Json.text(row.path("title"), where + ".title")),
                cut(Json.text(row.path("publisher").path("name"), where + ".publisher.name")),
                instant(Json.text(row.path("published_utc"), where + ".published_utc"), where),
                link(Json.text(row.path("article_url"), where + ".article_url"), where),
                symbols(row.path("tickers"), where + ".tickers"));
    }

    private static List<String> symbols(JsonNode tickers, String where) throws BadAnswer {
        List<String> symbols = new ArrayList<>();
        for (JsonNode ticker : Json.array(tickers, where)) {
            symbols.add(cut(Json.text(ticker, where)));
        }
        return symbols;
    }

    private static Instant instant(String text, String where) throws BadAnswer {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw BadAnswer.garbage(
                    where + ".published_utc: wanted a time such as 2026-03-02T15:04:05Z, got other text");
        }
    }

    /** Shown to people as a link: nothing but the web. */
    private static URI link(String text, String where) throws BadAnswer {
        try {
            URI link = new URI(text);
            if (link.getHost() != null && ("https".equals(link.getScheme()) || "http".equals(link.getScheme()))) {
                return link;
            }
        } catch (URISyntaxException e) {
            throw BadAnswer.garbage(where + ".article_url: wanted an address, got other text");
        }
        throw BadAnswer.garbage(where + ".article_url: wanted a http or https address, got another");
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }
}
