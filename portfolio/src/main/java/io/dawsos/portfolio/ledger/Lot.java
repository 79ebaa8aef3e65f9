package io.dawsos.portfolio.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Units of one security bought together.
 *
 * @param number grows with the order of purchase
 * @param quantity units bought
 * @param remaining units not sold yet
 * @param unitCost price paid per unit, in the security's currency
 */
public record Lot(long number, LocalDate openedOn, BigDecimal quantity, BigDecimal remaining, BigDecimal unitCost) {

    /** The lot that a purchase opens. */
    public static Lot opened(long number, LocalDate on, Order order) {
        return new Lot(number, on, order.quantity(), order.quantity(), order.price());
    }

    Lot less(BigDecimal units) {
        return new Lot(number, openedOn, quantity, remaining.subtract(units), unitCost);
    }

    /** What the units that remain were bought for; exact. */
    public BigDecimal cost() {
        return remaining.multiply(unitCost);
    }
}
