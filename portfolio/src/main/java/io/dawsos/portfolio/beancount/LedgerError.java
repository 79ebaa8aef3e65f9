package io.dawsos.portfolio.beancount;

/**
 * One thing that is wrong with a ledger.
 *
 * @param message what was wanted and what came
 */
public record LedgerError(Place at, String message) {

    @Override
    public String toString() {
        return at + ": " + message;
    }
}
