package io.dawsos.portfolio.reconcile;

import io.dawsos.portfolio.beancount.Amount;
import io.dawsos.portfolio.beancount.Books;
import io.dawsos.portfolio.beancount.Directive;
import io.dawsos.portfolio.beancount.MetaValue;
import io.dawsos.portfolio.beancount.Place;
import io.dawsos.portfolio.beancount.Position;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger says of portfolios. An account is of the portfolio that its {@code open} names: {@code portfolio:
 * "<id>"}; an account that names none is of no portfolio. What it holds at cost is a security; what it holds without is
 * cash where it is a currency, else a security.
 */
final class LedgerSide {

    private static final String KEY = "portfolio";

    private final Books books;
    private final Map<String, UUID> portfolioOf = new HashMap<>();
    private final Map<UUID, Holdings> holdings = new TreeMap<>();
    private final Map<UUID, Place> marked = new HashMap<>();

    /** @throws BadMarkException when an account's mark is no portfolio's id */
    LedgerSide(Books books, Map<String, String> currencies) throws BadMarkException {
        this.books = books;
        for (Directive.Open open : books.accounts()) {
            MetaValue mark = open.metadata().get(KEY);
            if (mark != null) {
                UUID portfolio = portfolio(mark, open);
                portfolioOf.put(open.account(), portfolio);
                holdings.putIfAbsent(portfolio, new Holdings());
                marked.putIfAbsent(portfolio, open.at());
            }
        }
        books.positions().forEach(position -> add(position, currencies));
    }

    /** A mark that is none. */
    static final class BadMarkException extends Exception {
        private BadMarkException(Place at, String message) {
            super(at + ": " + message, null, false, false); // the ledger's fault, reported with its place
        }
    }

    private static UUID portfolio(MetaValue mark, Directive.Open open) throws BadMarkException {
        try {
            if (mark instanceof MetaValue.Text text && text.text().length() == 36) {
                return UUID.fromString(text.text());
            }
        } catch (IllegalArgumentException e) {
            // told below, with its place
        }
        throw new BadMarkException(
                open.at(), "%s: %s: wanted a portfolio's id, a UUID in quotes".formatted(open.account(), KEY));
    }

    private void add(Position position, Map<String, String> currencies) {
        UUID portfolio = portfolioOf.get(position.account());
        if (portfolio == null) {
            return;
        }
        Holdings held = holdings.computeIfAbsent(portfolio, _ -> new Holdings());
        BigDecimal withoutCost = position.withoutCost();
        BigDecimal atCost = position.units().subtract(withoutCost);
        String symbol = Commodities.symbol(position.commodity());
        boolean hasLots = !position.costs().isEmpty();
        if (hasLots) {
            held.add(symbol, new Held(atCost, cost(position, currencies.get(symbol))));
        }
        if (Commodities.isCurrency(position.commodity())) {
            held.addCash(position.commodity(), withoutCost);
        } else if (!hasLots || withoutCost.signum() != 0) {
            held.add(symbol, new Held(withoutCost, null));
        }
    }

    /** Null unless all of it was bought in the security's currency. */
    private static @Nullable BigDecimal cost(Position position, @Nullable String currency) {
        return currency != null && position.costs().size() == 1
                ? position.costs().get(currency)
                : null;
    }

    /** Of every portfolio that an account is marked with. */
    Map<UUID, Holdings> holdings() {
        return holdings;
    }

    Place marked(UUID portfolio) {
        Place place = marked.get(portfolio);
        if (place == null) {
            throw new IllegalArgumentException("no account is marked with " + portfolio);
        }
        return place;
    }

    /** What the ledger says a unit was worth on the day, if it says so in that currency. */
    @Nullable
    BigDecimal price(String symbol, String currency) {
        return books.price(commodity(symbol))
                .filter(price -> price.commodity().equals(currency))
                .map(Amount::number)
                .orElse(null);
    }

    private static String commodity(String symbol) {
        return Character.isDigit(symbol.charAt(0)) ? "/" + symbol : symbol;
    }
}
