package io.dawsos.portfolio.valuation;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.ledger.HeldLot;
import io.dawsos.portfolio.pricing.PricingPack;
import java.math.BigDecimal;
import java.util.List;

/** What given lots are worth with a given pack: the arithmetic of a {@link Valuation}, for who has both at hand. */
public record BookValue(BigDecimal total, List<Position> positions) {

    /** @throws Refused when the pack lacks a price or rate */
    public static BookValue of(PricingPack pack, String currency, List<HeldLot> lots) {
        List<Position> positions = new Valuer(pack, currency).positions(lots);
        return new BookValue(
                positions.stream().map(Position::value).reduce(BigDecimal.ZERO, BigDecimal::add), positions);
    }
}
