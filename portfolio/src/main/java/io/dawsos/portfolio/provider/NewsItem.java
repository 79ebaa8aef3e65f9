package io.dawsos.portfolio.provider;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * One piece of news.
 *
 * @param link where to read it: an http or https address
 * @param symbols the securities that it is about
 */
public record NewsItem(String title, String publisher, Instant publishedAt, URI link, List<String> symbols) {
    public NewsItem {
        symbols = List.copyOf(symbols);
    }
}
