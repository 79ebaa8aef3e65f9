package io.dawsos.observatory.alertmanager.matcher;

/** A text that is no list of matchers; the message quotes it and says what is wanted. */
public final class MatcherException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    MatcherException(String message) {
        super(message);
    }

    MatcherException(String message, Throwable cause) {
        super(message, cause);
    }
}
