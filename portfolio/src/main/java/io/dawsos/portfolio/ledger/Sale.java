package io.dawsos.portfolio.ledger;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a sale takes from which lots, oldest first.
 *
 * @param cost what the sold units were bought for; exact
 */
public record Sale(List<Taken> taken, BigDecimal cost) {

    /** @param lot the lot after the units were taken */
    public record Taken(Lot lot, BigDecimal quantity) {}

    public Sale {
        taken = List.copyOf(taken);
    }

    /** Exact, in the security's currency. */
    public BigDecimal gain(BigDecimal proceeds) {
        return proceeds.subtract(cost);
    }
}
