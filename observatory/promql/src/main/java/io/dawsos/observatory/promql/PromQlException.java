package io.dawsos.observatory.promql;

/**
 * A query that cannot be parsed or evaluated. The message says where (line and column, from 1), what was wanted, what
 * came, and what to write.
 */
public final class PromQlException extends RuntimeException {
    /** Why a query ended without a result. */
    public enum Reason {
        /** The text is no query. */
        SYNTAX,
        /** The data cannot be evaluated so: two series match one, for example. */
        EXECUTION,
        /** It took longer than it may. */
        TIMEOUT,
        /** It was asked to stop. */
        CANCELED,
        /** It would load or hold more than it may. */
        LIMIT
    }

    private static final long serialVersionUID = 1L;

    private final Reason reason;

    public PromQlException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
