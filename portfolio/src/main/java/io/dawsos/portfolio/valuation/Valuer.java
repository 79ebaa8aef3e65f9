package io.dawsos.portfolio.valuation;

import io.dawsos.portfolio.Currencies;
import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.ledger.HeldLot;
import io.dawsos.portfolio.ledger.Lot;
import io.dawsos.portfolio.pricing.PricingPack;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The arithmetic of a valuation. A position's value is quantity × price × rate, calculated exactly and rounded once, to
 * the smallest unit of the valuation's currency, halves to the even neighbour; its cost likewise, at the same rate, so
 * that the gain is the price's and not the currency's. Totals are sums of the rounded numbers: what is shown adds up.
 */
final class Valuer {

    private final PricingPack pack;
    private final String currency;
    private final BigDecimal rate;

    /** @throws Refused when the pack has no rate of the currency */
    Valuer(PricingPack pack, String currency) {
        this.pack = pack;
        this.currency = currency;
        this.rate = pack.rate(currency);
    }

    /** One position a security, in the order of the lots. */
    List<Position> positions(List<HeldLot> lots) {
        SequencedMap<String, Holding> holdings = new LinkedHashMap<>();
        for (HeldLot held : lots) {
            holdings.merge(held.symbol(), Holding.of(held), Holding::plus);
        }
        List<BigDecimal> values = holdings.values().stream().map(this::value).toList();
        List<BigDecimal> weights = Weights.of(values);
        List<Position> positions = new ArrayList<>(values.size());
        for (Map.Entry<String, Holding> entry : holdings.entrySet()) {
            int i = positions.size();
            positions.add(position(entry.getKey(), entry.getValue(), values.get(i), weights.get(i)));
        }
        return positions;
    }

    private Position position(String symbol, Holding held, BigDecimal value, BigDecimal weight) {
        BigDecimal cost = converted(held.cost(), held.currency());
        return new Position(
                symbol,
                held.name(),
                held.quantity(),
                pack.price(symbol),
                held.currency(),
                value,
                cost,
                value.subtract(cost),
                weight);
    }

    private BigDecimal value(Holding held) {
        return converted(held.quantity().multiply(pack.price(held.symbol())), held.currency());
    }

    /** Through US dollars, in one division and one rounding. */
    private BigDecimal converted(BigDecimal amount, String from) {
        if (from.equals(currency)) {
            return Currencies.round(amount, currency);
        }
        return amount.multiply(pack.rate(from)).divide(rate, Currencies.digits(currency), RoundingMode.HALF_EVEN);
    }

    private record Holding(String symbol, String name, String currency, BigDecimal quantity, BigDecimal cost) {

        static Holding of(HeldLot held) {
            Lot lot = held.lot();
            return new Holding(held.symbol(), held.name(), held.currency(), lot.remaining(), lot.cost());
        }

        Holding plus(Holding other) {
            return new Holding(symbol, name, currency, quantity.add(other.quantity), cost.add(other.cost));
        }
    }
}
