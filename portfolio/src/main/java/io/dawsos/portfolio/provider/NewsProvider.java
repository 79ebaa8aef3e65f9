package io.dawsos.portfolio.provider;

import java.util.List;

/** A source of news about securities. */
public interface NewsProvider {

    /** The metrics' label: {@code news}. */
    String name();

    /**
     * The newest news about a security, newest first.
     *
     * @param limit from 1 to 100
     * @throws ProviderException when there is no answer, and none of earlier for the same question
     */
    Answer<List<NewsItem>> news(String symbol, int limit) throws ProviderException;
}
