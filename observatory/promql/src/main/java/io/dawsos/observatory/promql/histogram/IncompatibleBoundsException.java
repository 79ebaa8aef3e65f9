package io.dawsos.observatory.promql.histogram;

/** An exponential histogram and one with custom boundaries cannot be calculated with together. */
public final class IncompatibleBoundsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public IncompatibleBoundsException() {
        super("exponential buckets and custom boundaries have no bucket in common");
    }
}
