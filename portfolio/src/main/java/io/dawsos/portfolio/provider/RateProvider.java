package io.dawsos.portfolio.provider;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** A source of exchange rates. */
public interface RateProvider {

    /** The metrics' label: {@code fred}. */
    String name();

    /**
     * US dollars for one unit of each currency, with at most 10 digits after the point; for each the newest value up to
     * this day, two weeks back at most. One for USD itself.
     *
     * @throws ProviderException when a currency has no value, and there was no answer to the same question earlier
     */
    Answer<Map<String, BigDecimal>> rates(LocalDate day, Set<String> currencies) throws ProviderException;
}
