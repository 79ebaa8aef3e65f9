package io.dawsos.portfolio.api;

import java.util.List;
import org.springframework.http.HttpStatus;

/** A body that is JSON of the right form with values that cannot be. */
final class InvalidBodyException extends RuntimeException {

    private final transient List<Problem.FieldError> errors;

    InvalidBodyException(List<Problem.FieldError> errors) {
        super("invalid body", null, false, false); // the caller's doing, not a fault: no stack trace
        this.errors = List.copyOf(errors);
    }

    Problem problem() {
        String detail = errors.stream()
                .map(error -> error.pointer().substring(1) + ": " + error.detail())
                .reduce((one, other) -> one + "; " + other)
                .orElse("invalid");
        return Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "invalid-body", detail)
                .withErrors(errors);
    }
}
