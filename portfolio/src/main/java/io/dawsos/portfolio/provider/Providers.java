package io.dawsos.portfolio.provider;

import java.util.List;

/** The providers that are set up. */
public final class Providers {

    private final List<PriceProvider> prices;
    private final RateProvider rates;
    private final NewsProvider news;

    Providers(List<PriceProvider> prices, RateProvider rates, NewsProvider news) {
        this.prices = List.copyOf(prices);
        this.rates = rates;
        this.news = news;
    }

    /** In the order in which to ask: polygon, fmp. */
    public List<PriceProvider> prices() {
        return prices;
    }

    public RateProvider rates() {
        return rates;
    }

    public NewsProvider news() {
        return news;
    }
}
