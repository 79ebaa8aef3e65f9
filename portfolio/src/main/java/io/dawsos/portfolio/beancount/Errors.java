package io.dawsos.portfolio.beancount;

import java.util.ArrayList;
import java.util.List;

/** Collects errors, up to a bound. */
final class Errors {

    private final int most;
    private final List<LedgerError> found = new ArrayList<>();

    Errors(int most) {
        this.most = most;
    }

    /** @throws LedgerException when there are so many that more would tell nothing */
    void add(LedgerError error) throws LedgerException {
        found.add(error);
        if (found.size() >= most) {
            found.add(new LedgerError(error.at(), "there are %d errors; reading stops here".formatted(most)));
            throw new LedgerException(found);
        }
    }

    void add(Place at, String message) throws LedgerException {
        add(new LedgerError(at, message));
    }

    /** @throws LedgerException when there were any */
    void throwIfAny() throws LedgerException {
        if (!found.isEmpty()) {
            throw new LedgerException(found);
        }
    }
}
