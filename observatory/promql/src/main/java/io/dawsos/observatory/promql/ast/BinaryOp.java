package io.dawsos.observatory.promql.ast;

/** The operators between two expressions; a higher precedence binds tighter. */
public enum BinaryOp {
    OR("or", 1),
    AND("and", 2),
    UNLESS("unless", 2),
    EQL("==", 3),
    NEQ("!=", 3),
    LTE("<=", 3),
    LSS("<", 3),
    GTE(">=", 3),
    GTR(">", 3),
    ADD("+", 4),
    SUB("-", 4),
    MUL("*", 5),
    DIV("/", 5),
    MOD("%", 5),
    ATAN2("atan2", 5),
    /** Experimental: {@code </}, keeps the observations of a histogram under a bound. */
    TRIM_UPPER("</", 5),
    /** Experimental: {@code >/}, keeps the observations of a histogram over a bound. */
    TRIM_LOWER(">/", 5),
    POW("^", 6);

    private final String text;
    private final int precedence;

    BinaryOp(String text, int precedence) {
        this.text = text;
        this.precedence = precedence;
    }

    public String text() {
        return text;
    }

    public int precedence() {
        return precedence;
    }

    /** {@code a ^ b ^ c} is {@code a ^ (b ^ c)}; all others group to the left. */
    public boolean rightAssociative() {
        return this == POW;
    }

    public boolean isComparison() {
        return switch (this) {
            case EQL, NEQ, LTE, LSS, GTE, GTR -> true;
            case OR, AND, UNLESS, ADD, SUB, MUL, DIV, MOD, ATAN2, TRIM_UPPER, TRIM_LOWER, POW -> false;
        };
    }

    /** Whether it works on sets of series. */
    public boolean isSet() {
        return this == OR || this == AND || this == UNLESS;
    }
}
