package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.Currencies;
import io.dawsos.portfolio.pricing.PricingPack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * Values what the ledger holds: at the ledger's own price of that very day where it tells one, else at the pricing
 * pack's, and with the pack's rates. Each position is rounded once, to the smallest unit of the portfolio's currency,
 * as valuations are.
 */
final class LedgerValuer {

    private final LedgerSide ledger;
    private final PricingPack pack;
    private final Map<String, String> currencies;

    /** @param currencies of every security, by symbol */
    LedgerValuer(LedgerSide ledger, PricingPack pack, Map<String, String> currencies) {
        this.ledger = ledger;
        this.pack = pack;
        this.currencies = currencies;
    }

    /** Empty when a security is unknown, or has no price or rate. */
    Optional<BigDecimal> value(Holdings holdings, String in) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<String, Held> held : holdings.securities().entrySet()) {
            Optional<BigDecimal> value = value(held.getKey(), held.getValue().quantity(), in);
            if (value.isEmpty()) {
                return value;
            }
            sum = sum.add(value.get());
        }
        return Optional.of(Currencies.round(sum, in));
    }

    private Optional<BigDecimal> value(String symbol, BigDecimal quantity, String in) {
        String currency = currencies.get(symbol);
        if (currency == null) {
            return Optional.empty();
        }
        BigDecimal own = ledger.price(symbol, currency);
        BigDecimal price = own == null ? pack.content().prices().get(symbol) : own;
        BigDecimal from =
                currency.equals(in) ? BigDecimal.ONE : pack.content().rates().get(currency);
        BigDecimal to =
                currency.equals(in) ? BigDecimal.ONE : pack.content().rates().get(in);
        if (price == null || from == null || to == null) {
            return Optional.empty();
        }
        return Optional.of(
                quantity.multiply(price).multiply(from).divide(to, Currencies.digits(in), RoundingMode.HALF_EVEN));
    }
}
