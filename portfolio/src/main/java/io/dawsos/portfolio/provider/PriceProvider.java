package io.dawsos.portfolio.provider;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** A source of prices, each in its security's currency, positive, with at most 8 digits after the point. */
public interface PriceProvider {

    /** The metrics' label: {@code polygon}, {@code fmp}. */
    String name();

    /**
     * The closing prices of the last day up to this one on which there was trading, a week back at most. Symbols that
     * the provider does not know are missing from the answer.
     *
     * @throws ProviderException when there is no answer, and none of earlier for the same question
     */
    Answer<Map<String, BigDecimal>> closes(LocalDate day, Set<String> symbols) throws ProviderException;

    /**
     * The newest prices within the day. Symbols that the provider does not know are missing from the answer.
     *
     * @throws ProviderException when there is no answer, and no recent one for the same question
     */
    Answer<Map<String, BigDecimal>> quotes(Set<String> symbols) throws ProviderException;
}
