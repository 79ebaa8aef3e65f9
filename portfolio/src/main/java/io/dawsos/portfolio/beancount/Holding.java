package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/** What one account holds of one commodity, lot by lot. Not thread-safe. */
final class Holding {

    private final Map<Lot, BigDecimal> lots = new LinkedHashMap<>();
    private BigDecimal units = BigDecimal.ZERO;

    BigDecimal units() {
        return units;
    }

    /** In the order in which they were begun; none is empty. */
    Map<Lot, BigDecimal> lots() {
        return lots;
    }

    void add(Lot lot, BigDecimal number) {
        units = units.add(number);
        BigDecimal left = lots.merge(lot, number, BigDecimal::add);
        if (left.signum() == 0) {
            lots.remove(lot);
        }
    }

    /** Whether units with this sign take from lots at cost rather than add to them. */
    boolean isReducedBy(BigDecimal number) {
        return lots.entrySet().stream()
                .anyMatch(lot -> lot.getKey().cost() != null && lot.getValue().signum() * number.signum() < 0);
    }
}
