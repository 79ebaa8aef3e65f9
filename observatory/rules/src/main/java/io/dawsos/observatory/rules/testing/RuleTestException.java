package io.dawsos.observatory.rules.testing;

/** A test that cannot be run as it is written. */
final class RuleTestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int line;

    RuleTestException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Where in the test file. */
    int line() {
        return line;
    }
}
