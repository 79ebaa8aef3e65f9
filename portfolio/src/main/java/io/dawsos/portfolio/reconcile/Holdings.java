package io.dawsos.portfolio.reconcile;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** What one side says that a portfolio holds: securities by symbol, cash by currency. Not thread-safe. */
final class Holdings {

    private final Map<String, Held> securities = new TreeMap<>();
    private final Map<String, BigDecimal> cash = new TreeMap<>();

    Map<String, Held> securities() {
        return securities;
    }

    Map<String, BigDecimal> cash() {
        return cash;
    }

    void add(String symbol, Held held) {
        securities.merge(symbol, held, Held::plus);
    }

    void addCash(String currency, BigDecimal amount) {
        cash.merge(currency, amount, BigDecimal::add);
    }

    boolean areNothing() {
        return securities.values().stream().allMatch(held -> held.quantity().signum() == 0)
                && cash.values().stream().allMatch(amount -> amount.signum() == 0);
    }
}
