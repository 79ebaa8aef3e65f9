package io.dawsos.observatory.ingest.scrape;

/** Labels that make no target. */
final class TargetException extends Exception {
    private static final long serialVersionUID = 1L;

    TargetException(String message) {
        super(message);
    }
}
