package io.dawsos.portfolio.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Where intraday prices come from. */
@FunctionalInterface
public interface QuoteSource {

    /** @param at when these were the prices; what has no price is absent */
    record Quoted(Map<String, BigDecimal> prices, Instant at) {}

    Quoted quotes(Set<String> symbols);
}
