package io.dawsos.portfolio.api;

import java.io.IOException;
import org.springframework.http.HttpStatus;

/** A body grew over the limit while it was read. */
final class BodyTooLargeException extends IOException {

    BodyTooLargeException() {
        super("request body too large");
    }

    static boolean isIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof BodyTooLargeException) {
                return true;
            }
        }
        return false;
    }

    static Problem problem() {
        return Problem.of(
                HttpStatus.CONTENT_TOO_LARGE,
                "body-too-large",
                "a body has %d bytes at most".formatted(BodyLimit.MOST_BYTES));
    }
}
