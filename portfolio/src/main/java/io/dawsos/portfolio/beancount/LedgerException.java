package io.dawsos.portfolio.beancount;

import java.util.List;
import java.util.stream.Collectors;

/** A ledger that is wrong, with everything that was found; past a hundred errors reading stops. */
public final class LedgerException extends Exception {

    private final transient List<LedgerError> errors;

    LedgerException(List<LedgerError> errors) {
        super(errors.stream().map(LedgerError::toString).collect(Collectors.joining("\n")));
        this.errors = List.copyOf(errors);
    }

    /** At least one; in the order in which they were found. */
    public List<LedgerError> errors() {
        return errors;
    }
}
