package io.dawsos.observatory.alertmanager.journal;

/** A record does not hold what it should. */
public final class CorruptRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CorruptRecordException(String message) {
        super(message);
    }
}
