package io.dawsos.portfolio.beancount;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which accounts there are, and from when to when. */
final class Accounts {

    static final List<String> ROOTS = List.of("Assets", "Liabilities", "Equity", "Income", "Expenses");

    private final Map<String, Directive.Open> opened = new HashMap<>();
    private final Map<String, Directive.Close> closed = new HashMap<>();
    private final Errors errors;

    Accounts(Errors errors) {
        this.errors = errors;
    }

    static boolean hasRoot(String account) {
        return ROOTS.stream().anyMatch(root -> account.startsWith(root) && account.charAt(root.length()) == ':');
    }

    Collection<Directive.Open> opened() {
        return opened.values();
    }

    void open(Directive.Open open) throws LedgerException {
        Directive.Open earlier = opened.putIfAbsent(open.account(), open);
        if (earlier != null) {
            errors.add(open.at(), "%s is open already, since %s".formatted(open.account(), earlier.at()));
        }
    }

    void close(Directive.Close close) throws LedgerException {
        if (using(close.account(), close.date(), close.at()) != null) {
            closed.put(close.account(), close);
        }
    }

    /** @return null, and an error is noted, when the account is not open on that day */
    Directive.@Nullable Open using(String account, LocalDate date, Place at) throws LedgerException {
        Directive.Open open = opened.get(account);
        Directive.Close close = closed.get(account);
        if (open == null) {
            errors.add(at, "%s is not open on %s".formatted(account, date));
            return null;
        }
        if (close != null) {
            errors.add(at, "%s is closed since %s".formatted(account, close.at()));
            return null;
        }
        return open;
    }
}
