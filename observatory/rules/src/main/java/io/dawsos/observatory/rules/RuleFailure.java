package io.dawsos.observatory.rules;

/** A rule that could not be evaluated, or whose result could not be kept. */
final class RuleFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RuleFailure(String message) {
        super(message);
    }
}
