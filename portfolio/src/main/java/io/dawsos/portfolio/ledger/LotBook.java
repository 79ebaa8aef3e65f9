package io.dawsos.portfolio.ledger;

import io.dawsos.portfolio.Refused;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** The open lots of one security in one portfolio, oldest first. First in, first out. Not thread-safe. */
public final class LotBook {

    private final Deque<Lot> open;

    public LotBook() {
        open = new ArrayDeque<>();
    }

    /** @param oldestFirst lots with units that remain */
    public LotBook(Collection<Lot> oldestFirst) {
        open = new ArrayDeque<>(oldestFirst);
    }

    public void buy(Lot lot) {
        open.addLast(lot);
    }

    /** @throws Refused when more is sold than is held; the book is unchanged then */
    public Sale sell(BigDecimal quantity) {
        BigDecimal held = held();
        if (held.compareTo(quantity) < 0) {
            throw Refused.invalid(
                    "oversell",
                    "%s units are held, %s were to be sold"
                            .formatted(
                                    held.stripTrailingZeros().toPlainString(),
                                    quantity.stripTrailingZeros().toPlainString()));
        }
        List<Sale.Taken> taken = new ArrayList<>();
        BigDecimal cost = BigDecimal.ZERO;
        for (BigDecimal left = quantity; left.signum() > 0; ) {
            Lot oldest = open.removeFirst();
            BigDecimal units = oldest.remaining().min(left);
            Lot after = oldest.less(units);
            if (after.remaining().signum() > 0) {
                open.addFirst(after);
            }
            taken.add(new Sale.Taken(after, units));
            cost = cost.add(units.multiply(oldest.unitCost()));
            left = left.subtract(units);
        }
        return new Sale(taken, cost);
    }

    public BigDecimal held() {
        return open.stream().map(Lot::remaining).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public List<Lot> open() {
        return List.copyOf(open);
    }
}
