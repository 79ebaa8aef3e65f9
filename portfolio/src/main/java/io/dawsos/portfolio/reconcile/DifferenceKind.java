package io.dawsos.portfolio.reconcile;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a difference is about. Its name in answers and the database is in lower case. */
public enum DifferenceKind {
    /** Another number of units of a security; compared exactly. */
    QUANTITY,
    /** Another amount of a currency; compared exactly. */
    CASH,
    /** Another value in the portfolio's currency, by more than a basis point. */
    VALUATION,
    /** Bought for another amount, by more than a basis point. */
    COST,
    /** The service holds what the ledger knows nothing of: a security, or a whole portfolio. */
    MISSING_IN_LEDGER,
    /** The ledger holds a security that the portfolio has none of here. */
    MISSING_IN_SERVICE,
    /** An account is marked as one of a portfolio that is not here. */
    UNKNOWN_PORTFOLIO,
    /** The ledger holds what is no security here. */
    UNKNOWN_SECURITY,
    /** The ledger cannot be read, or is not in order: nothing else could be compared. */
    UNREADABLE_LEDGER;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<DifferenceKind> named(String text) {
        return Arrays.stream(values()).filter(kind -> kind.text().equals(text)).findFirst();
    }
}
