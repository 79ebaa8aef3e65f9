package io.dawsos.portfolio.api;

import io.dawsos.portfolio.Refused;
import io.dawsos.portfolio.database.DatabaseAway;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;

/** Tells what went wrong to the caller: of what it sent as much as it needs, of the service's inside nothing. */
final class Problems {

    private Problems() {}

    static Problem of(Throwable failure) {
        if (BodyTooLargeException.isIn(failure)) {
            return BodyTooLargeException.problem();
        }
        if (DatabaseAway.saidBy(failure)) {
            return Problem.of(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "database-unavailable",
                    "the database cannot be reached; what was asked may be sent again, with the same Idempotency-Key");
        }
        return switch (failure) {
            case InvalidBodyException e -> e.problem();
            case Refused e -> Problem.of(status(e.kind()), e.problem(), e.reason());
            case HttpMessageNotReadableException e -> UnreadableBody.problem(e);
            case MethodArgumentTypeMismatchException e ->
                bad("query parameter %s: wanted %s".formatted(e.getName(), Wanted.of(e.getRequiredType())));
            case MissingServletRequestParameterException e ->
                bad("query parameter %s is missing".formatted(e.getParameterName()));
            case HttpRequestMethodNotSupportedException e ->
                Problem.of(
                        e.getStatusCode(),
                        "method-not-allowed",
                        "this resource answers %s".formatted(e.getSupportedHttpMethods()));
            case HttpMediaTypeNotSupportedException e ->
                Problem.of(e.getStatusCode(), "media-type", "wanted a body of type application/json");
            case HttpMediaTypeNotAcceptableException e ->
                Problem.of(e.getStatusCode(), "not-acceptable", "answers are application/json");
            case NoHandlerFoundException e ->
                Problem.of(HttpStatus.NOT_FOUND, "no-such-resource", "there is no such resource");
            case ErrorResponse e -> ofStatus(e.getStatusCode());
            default ->
                Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "internal",
                        "the service failed; its log has the reason under this trace_id");
        };
    }

    static Problem ofStatus(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        return Problem.of(status, "http", known == null ? "error" : known.getReasonPhrase());
    }

    private static Problem bad(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, "bad-request", detail);
    }

    private static HttpStatus status(Refused.Kind kind) {
        return switch (kind) {
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
        };
    }
}
