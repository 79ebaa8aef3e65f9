package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.Refused;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeSet;

/** A fresh pricing pack. Immutable. */
public record PricingPack(String id, String hash, PackContent content) {

    /** @throws Refused when the pack has none */
    public BigDecimal price(String symbol) {
        BigDecimal price = content.prices().get(symbol);
        if (price == null) {
            throw Refused.invalid("no-price", "%s has no price of %s".formatted(id, symbol));
        }
        return price;
    }

    /**
     * US dollars for one unit.
     *
     * @throws Refused when the pack has none
     */
    public BigDecimal rate(String currency) {
        BigDecimal rate = content.rates().get(currency);
        if (rate == null) {
            throw noRate(id, currency, content.rates());
        }
        return rate;
    }

    private static Refused noRate(String id, String currency, Map<String, BigDecimal> rates) {
        return Refused.invalid(
                "unknown-currency",
                "%s has no rate of %s; there are %s"
                        .formatted(id, currency, String.join(", ", new TreeSet<>(rates.keySet()))));
    }
}
