package io.dawsos.observatory.server.http;

/** Prometheus's types of errors, with the HTTP status of each. */
public enum FailureType {
    BAD_DATA("bad_data", 400),
    UNAUTHORIZED("unauthorized", 401),
    NOT_FOUND("not_found", 404),
    TOO_LARGE("bad_data", 413),
    UNSUPPORTED_ENCODING("bad_data", 415),
    /** The data cannot be evaluated so, or a limit of the query was reached. */
    EXECUTION("execution", 422),
    /** Who asked has gone; nobody reads this. */
    CANCELED("canceled", 499),
    INTERNAL("internal", 500),
    NOT_IMPLEMENTED("not_implemented", 501),
    TIMEOUT("timeout", 503),
    UNAVAILABLE("unavailable", 503);

    private final String text;
    private final int status;

    FailureType(String text, int status) {
        this.text = text;
        this.status = status;
    }

    /** As {@code errorType} in an answer. */
    public String text() {
        return text;
    }

    public int status() {
        return status;
    }
}
