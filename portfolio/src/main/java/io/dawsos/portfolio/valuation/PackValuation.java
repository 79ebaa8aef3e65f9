package io.dawsos.portfolio.valuation;

import io.dawsos.portfolio.Currencies;
import io.dawsos.portfolio.ledger.HeldLot;
import io.dawsos.portfolio.pricing.PricingPack;
import java.math.BigDecimal;
import java.util.List;

/** What lots are worth with a given pricing pack, by the arithmetic of every valuation: for a pack not in use yet. */
public final class PackValuation {

    private PackValuation() {}

    /** @throws io.dawsos.portfolio.Refused when the pack lacks a price or rate */
    public static BigDecimal totalValue(PricingPack pack, String currency, List<HeldLot> lots) {
        BigDecimal sum = new Valuer(pack, currency)
                .positions(lots).stream().map(Position::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Currencies.round(sum, currency);
    }
}
