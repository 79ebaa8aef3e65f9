package io.dawsos.portfolio.reconcile;

import java.util.Locale;

/** How a reconciliation ended. Its name in answers and the database is in lower case. */
public enum ReconciliationOutcome {
    AGREED,
    DIFFERENT,
    /** No ledger is set: there was nothing to compare with. */
    NO_LEDGER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
