package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a ledger's accounts held at the end of a day, once all of the ledger was found to be in order. Immutable. */
public final class Books {

    private final List<Directive.Open> opened;
    private final List<Position> positions;
    private final Map<String, Amount> prices;

    private Books(Collection<Directive.Open> opened, List<Position> positions, Map<String, Amount> prices) {
        this.opened = List.copyOf(opened);
        this.positions = List.copyOf(positions);
        this.prices = Map.copyOf(prices);
    }

    /**
     * Checks all of the ledger, what comes after the day too: accounts are open when they are used, transactions and
     * balances are right within their tolerances, and every sale finds its lots.
     *
     * @throws LedgerException with all that is wrong
     */
    public static Books of(Ledger ledger, LocalDate day) throws LedgerException {
        return new Checking(ledger, day).books();
    }

    /** Every account there ever was, in no order. */
    public List<Directive.Open> accounts() {
        return opened;
    }

    /** By account, then commodity; what is zero is left out. */
    public List<Position> positions() {
        return positions;
    }

    /** What the ledger says that one unit was worth on that very day. */
    public Optional<Amount> price(String commodity) {
        return Optional.ofNullable(prices.get(commodity));
    }

    /** One pass through a ledger. */
    private static final class Checking {

        private final Ledger ledger;
        private final LocalDate day;
        private final Errors errors = new Errors(Limits.DEFAULT.errors());
        private final Accounts accounts = new Accounts(errors);
        private final Inventories inventories = new Inventories();
        private final Map<String, Amount> prices = new HashMap<>();
        private @Nullable List<Position> atEndOfDay;

        Checking(Ledger ledger, LocalDate day) {
            this.ledger = ledger;
            this.day = day;
        }

        Books books() throws LedgerException {
            TransactionBooker booker = new TransactionBooker(ledger.options(), accounts, inventories, errors);
            for (Directive directive : ledger.directives()) {
                if (atEndOfDay == null && directive.date().isAfter(day)) {
                    atEndOfDay = inventories.positions();
                }
                switch (directive) {
                    case Directive.Open open -> accounts.open(open);
                    case Directive.Close close -> accounts.close(close);
                    case Directive.Transaction transaction -> booker.book(transaction);
                    case Directive.Balance balance -> check(balance);
                    case Directive.Price price -> note(price);
                }
            }
            errors.throwIfAny();
            return new Books(accounts.opened(), atEndOfDay == null ? inventories.positions() : atEndOfDay, prices);
        }

        private void check(Directive.Balance balance) throws LedgerException {
            if (accounts.using(balance.account(), balance.date(), balance.at()) == null) {
                return;
            }
            Amount wanted = balance.amount();
            BigDecimal held = inventories.units(balance.account(), wanted.commodity());
            BigDecimal off = held.subtract(wanted.number());
            if (off.abs().compareTo(Tolerances.of(balance, ledger.options())) > 0) {
                errors.add(
                        balance.at(),
                        "%s: the balance should be %s, it is %s"
                                .formatted(balance.account(), wanted, new Amount(held, wanted.commodity())));
            }
        }

        private void note(Directive.Price price) {
            if (price.date().equals(day)) {
                prices.put(price.commodity(), price.amount());
            }
        }
    }
}
