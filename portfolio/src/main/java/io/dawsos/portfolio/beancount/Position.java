package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one account held of one commodity.
 *
 * @param withoutCost the units among them that are not held at cost
 * @param costs what the others cost, by currency
 */
public record Position(
        String account, String commodity, BigDecimal units, BigDecimal withoutCost, Map<String, BigDecimal> costs) {

    public Position {
        costs = Map.copyOf(costs);
    }

    static Position of(String account, String commodity, Holding holding) {
        Map<String, BigDecimal> costs = new TreeMap<>();
        BigDecimal withoutCost = BigDecimal.ZERO;
        for (Map.Entry<Lot, BigDecimal> lot : holding.lots().entrySet()) {
            Amount cost = lot.getKey().cost();
            if (cost == null) {
                withoutCost = withoutCost.add(lot.getValue());
            } else {
                costs.merge(cost.commodity(), lot.getValue().multiply(cost.number()), BigDecimal::add);
            }
        }
        return new Position(account, commodity, holding.units(), withoutCost, costs);
    }
}
