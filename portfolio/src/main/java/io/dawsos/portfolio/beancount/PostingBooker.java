package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Books one posting: adds to a lot or takes from lots, and adds what the posting weighs in its transaction. The weight is
 * the cost where there is one, else the units at their price, else the units.
 */
final class PostingBooker {

    private static final Comparator<Taken> OLDEST_FIRST =
            Comparator.comparing(taken -> taken.lot.date() == null ? LocalDate.MIN : taken.lot.date());

    private final LocalDate date;
    private final Posting posting;
    private final BigDecimal units;
    private final String commodity;
    private final Holding holding;
    private final BookingMethod method;

    PostingBooker(LocalDate date, Posting posting, Amount units, Holding holding, BookingMethod method) {
        this.date = date;
        this.posting = posting;
        this.units = units.number();
        this.commodity = units.commodity();
        this.holding = holding;
        this.method = method;
    }

    private record Taken(Lot lot, BigDecimal units) {}

    /** @return what is wrong; nothing is booked then */
    @Nullable
    String book(Map<String, BigDecimal> weights) {
        CostSpec cost = posting.cost();
        if (cost == null) {
            holding.add(Lot.WITHOUT_COST, units);
            Amount weight = priced();
            weights.merge(weight.commodity(), weight.number(), BigDecimal::add);
            return null;
        }
        if (units.signum() == 0) {
            return "0 units have no cost";
        }
        return holding.isReducedBy(units) ? reduce(cost, weights) : augment(cost, weights);
    }

    private Amount priced() {
        PriceSpec price = posting.price();
        if (price == null) {
            return new Amount(units, commodity);
        }
        BigDecimal factor = price.total() ? BigDecimal.valueOf(units.signum()) : units;
        return new Amount(
                price.amount().number().multiply(factor), price.amount().commodity());
    }

    private @Nullable String augment(CostSpec cost, Map<String, BigDecimal> weights) {
        Amount unitCost = unitCost(cost);
        if (unitCost == null || cost.amount() == null) {
            return "%s is not held here: what is bought needs its cost, such as {10 USD}".formatted(commodity);
        }
        holding.add(Lot.of(unitCost, cost.date() == null ? date : cost.date(), cost.label()), units);
        BigDecimal factor = cost.total() ? BigDecimal.valueOf(units.signum()) : units;
        weights.merge(unitCost.commodity(), cost.amount().number().multiply(factor), BigDecimal::add);
        return null;
    }

    private @Nullable Amount unitCost(CostSpec cost) {
        Amount amount = cost.amount();
        return amount == null || !cost.total()
                ? amount
                : new Amount(Expression.divide(amount.number(), units.abs()), amount.commodity());
    }

    private @Nullable String reduce(CostSpec cost, Map<String, BigDecimal> weights) {
        List<Taken> fitting = fitting(cost);
        BigDecimal held = fitting.stream().map(Taken::units).reduce(BigDecimal.ZERO, BigDecimal::add);
        int enough = held.abs().compareTo(units.abs());
        if (fitting.isEmpty()) {
            return "no lot of %s fits; there are %s"
                    .formatted(commodity, some(holding.lots().keySet()));
        }
        if (enough < 0) {
            return "wanted at most %s %s, which is what the lots that fit hold, got %s"
                    .formatted(
                            held.abs().toPlainString(), commodity, units.abs().toPlainString());
        }
        if (enough > 0 && fitting.size() > 1 && method == BookingMethod.STRICT) {
            return "%d lots of %s fit: say which, or open the account with \"FIFO\"; there are %s"
                    .formatted(
                            fitting.size(),
                            commodity,
                            some(fitting.stream().map(Taken::lot).toList()));
        }
        take(fitting, weights);
        return null;
    }

    private List<Taken> fitting(CostSpec cost) {
        Amount unitCost = unitCost(cost);
        List<Taken> fitting = new ArrayList<>();
        holding.lots().forEach((lot, held) -> {
            if (held.signum() * units.signum() < 0 && lot.fits(unitCost, cost)) {
                fitting.add(new Taken(lot, held));
            }
        });
        fitting.sort(method == BookingMethod.LIFO ? OLDEST_FIRST.reversed() : OLDEST_FIRST);
        return fitting;
    }

    private void take(List<Taken> from, Map<String, BigDecimal> weights) {
        BigDecimal left = units;
        for (Taken each : from) {
            if (left.signum() == 0) {
                return;
            }
            BigDecimal taken = each.units.abs().compareTo(left.abs()) <= 0 ? each.units.negate() : left;
            holding.add(each.lot, taken);
            left = left.subtract(taken);
            Amount cost = Objects.requireNonNull(each.lot.cost(), "only lots at cost fit");
            weights.merge(cost.commodity(), taken.multiply(cost.number()), BigDecimal::add);
        }
    }

    private static String some(Collection<Lot> lots) {
        String first = lots.stream()
                .limit(5)
                .map(Lot::toString)
                .reduce((a, b) -> a + ", " + b)
                .orElse("none");
        return lots.size() > 5 ? first + " and %d more".formatted(lots.size() - 5) : first;
    }
}
