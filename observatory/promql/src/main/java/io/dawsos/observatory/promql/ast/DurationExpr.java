package io.dawsos.observatory.promql.ast;

/**
 * A length of time in a range, an offset or a subquery's step. A {@link Literal}, unless the experimental duration
 * expressions are on. Values are seconds where they are calculated with, as PromQL's numbers are.
 */
public sealed interface DurationExpr {
    SourceRange at();

    /** @param millis negative only in an offset */
    record Literal(long millis, SourceRange at) implements DurationExpr {}

    /** A bare number inside of an expression, in seconds or as a factor. */
    record Number(double value, SourceRange at) implements DurationExpr {}

    /** {@code step()}: the query's. */
    record Step(SourceRange at) implements DurationExpr {}

    /** {@code range()}: the query's end less its start. */
    record Range(SourceRange at) implements DurationExpr {}

    /** {@code min(a, b)} or {@code max(a, b)}. */
    record Extreme(boolean max, DurationExpr left, DurationExpr right, SourceRange at) implements DurationExpr {}

    /** One of {@code + - * / % ^}. */
    record Binary(BinaryOp op, DurationExpr left, DurationExpr right, SourceRange at) implements DurationExpr {}

    record Negated(DurationExpr inner, SourceRange at) implements DurationExpr {}

    record Paren(DurationExpr inner, SourceRange at) implements DurationExpr {}
}
