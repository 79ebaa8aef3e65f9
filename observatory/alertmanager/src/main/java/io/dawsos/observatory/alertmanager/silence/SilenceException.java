package io.dawsos.observatory.alertmanager.silence;

/** A silence that cannot be made, changed or ended. */
public final class SilenceException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        NOT_FOUND,
        INVALID,
        LIMIT
    }

    private final Reason reason;

    SilenceException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
