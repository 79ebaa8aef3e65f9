package io.dawsos.observatory.promql.ast;

import org.jspecify.annotations.Nullable;

/** Expressions without the places they had in a text, so that what they say can be compared. */
final class Placeless {
    private static final SourceRange NOWHERE = new SourceRange(0, 0);

    private Placeless() {}

    static Expr of(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral e -> new Expr.NumberLiteral(e.value(), e.duration(), NOWHERE);
            case Expr.StringLiteral e -> new Expr.StringLiteral(e.value(), NOWHERE);
            case Expr.VectorSelector e -> selector(e);
            case Expr.MatrixSelector e ->
                new Expr.MatrixSelector(selector(e.series()), duration(e.range()), e.mode(), NOWHERE);
            case Expr.Subquery e ->
                new Expr.Subquery(of(e.inner()), duration(e.range()), optional(e.step()), shift(e.shift()), NOWHERE);
            case Expr.Call e ->
                new Expr.Call(
                        e.function(),
                        e.arguments().stream().map(Placeless::of).toList(),
                        NOWHERE);
            case Expr.Aggregate e ->
                new Expr.Aggregate(
                        e.op(),
                        e.parameter() == null ? null : of(e.parameter()),
                        of(e.inner()),
                        e.without(),
                        e.labels(),
                        NOWHERE);
            case Expr.Binary e ->
                new Expr.Binary(e.op(), of(e.left()), of(e.right()), e.bool(), e.matching(), NOWHERE);
            case Expr.Unary e -> new Expr.Unary(e.negative(), of(e.inner()), NOWHERE);
            case Expr.Paren e -> new Expr.Paren(of(e.inner()), NOWHERE);
        };
    }

    private static Expr.VectorSelector selector(Expr.VectorSelector selector) {
        return new Expr.VectorSelector(selector.matchers(), shift(selector.shift()), selector.mode(), NOWHERE);
    }

    private static TimeShift shift(TimeShift shift) {
        return new TimeShift(optional(shift.offset()), shift.anchor());
    }

    private static @Nullable DurationExpr optional(@Nullable DurationExpr duration) {
        return duration == null ? null : duration(duration);
    }

    private static DurationExpr duration(DurationExpr duration) {
        return switch (duration) {
            case DurationExpr.Literal d -> new DurationExpr.Literal(d.millis(), NOWHERE);
            case DurationExpr.Number d -> new DurationExpr.Number(d.value(), NOWHERE);
            case DurationExpr.Step d -> new DurationExpr.Step(NOWHERE);
            case DurationExpr.Range d -> new DurationExpr.Range(NOWHERE);
            case DurationExpr.Extreme d ->
                new DurationExpr.Extreme(d.max(), duration(d.left()), duration(d.right()), NOWHERE);
            case DurationExpr.Binary d ->
                new DurationExpr.Binary(d.op(), duration(d.left()), duration(d.right()), NOWHERE);
            case DurationExpr.Negated d -> new DurationExpr.Negated(duration(d.inner()), NOWHERE);
            case DurationExpr.Paren d -> new DurationExpr.Paren(duration(d.inner()), NOWHERE);
        };
    }
}
