package io.dawsos.portfolio.beancount;

/** Stops reading one directive; the reader goes on at the next. */
final class SyntaxException extends Exception {

    private final transient LedgerError error;

    SyntaxException(Place at, String message) {
        super(message, null, false, false); // the file's fault, collected with its place: no stack trace
        this.error = new LedgerError(at, message);
    }

    LedgerError error() {
        return error;
    }
}
