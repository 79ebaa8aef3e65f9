package io.dawsos.portfolio;

/**
 * A request that the service understands and will not carry out. The message is for the caller: what was wanted, what
 * came.
 */
public final class Refused extends RuntimeException {

    /** Why, as far as the caller's next step depends on it. */
    public enum Kind {
        /** There is no such thing, or none that this caller may know of. */
        UNKNOWN,
        /** It cannot be done as it was asked. */
        INVALID,
        /** This caller may not. */
        FORBIDDEN
    }

    private final Kind kind;
    private final String problem;

    private Refused(Kind kind, String problem, String message) {
        super(message, null, false, false); // the caller's doing, not a fault: no stack trace
        this.kind = kind;
        this.problem = problem;
    }

    public static Refused unknown(String problem, String message) {
        return new Refused(Kind.UNKNOWN, problem, message);
    }

    public static Refused invalid(String problem, String message) {
        return new Refused(Kind.INVALID, problem, message);
    }

    public static Refused forbidden(String message) {
        return new Refused(Kind.FORBIDDEN, "forbidden", message);
    }

    public Kind kind() {
        return kind;
    }

    /** A short name of low cardinality, for programs: {@code oversell}. */
    public String problem() {
        return problem;
    }

    /** Never null, unlike an exception's in general. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
