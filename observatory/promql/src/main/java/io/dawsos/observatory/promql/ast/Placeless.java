package io.dawsos.observatory.promql.ast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Expressions without the places they had in a text, so that what they say can be compared. Node by node: the records' own
 * comparison descends in frames so large that an expression of the allowed depth can exhaust a stack.
 */
final class Placeless {
    private static final SourceRange NOWHERE = new SourceRange(0, 0);
    /** Stands for an expression within another. */
    private static final Expr INNER = new Expr.NumberLiteral(0, false, NOWHERE);

    private Placeless() {}

    static boolean same(Expr one, Expr other) {
        List<Expr> ones = new ArrayList<>();
        List<Expr> others = new ArrayList<>();
        if (!node(one, ones).equals(node(other, others))) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            if (!same(ones.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The node alone; the expressions within it are added to a list. */
    private static Expr node(Expr expr, List<Expr> within) {
        return switch (expr) {
            case Expr.NumberLiteral e -> new Expr.NumberLiteral(e.value(), e.duration(), NOWHERE);
            case Expr.StringLiteral e -> new Expr.StringLiteral(e.value(), NOWHERE);
            case Expr.VectorSelector e -> selector(e);
            case Expr.MatrixSelector e ->
                new Expr.MatrixSelector(selector(e.series()), duration(e.range()), e.mode(), NOWHERE);
            case Expr.Subquery e ->
                new Expr.Subquery(
                        inner(e.inner(), within), duration(e.range()), optional(e.step()), shift(e.shift()), NOWHERE);
            case Expr.Call e ->
                new Expr.Call(
                        e.function(),
                        e.arguments().stream()
                                .map(argument -> inner(argument, within))
                                .toList(),
                        NOWHERE);
            case Expr.Aggregate e ->
                new Expr.Aggregate(
                        e.op(),
                        e.parameter() == null ? null : inner(e.parameter(), within),
                        inner(e.inner(), within),
                        e.without(),
                        e.labels(),
                        NOWHERE);
            case Expr.Binary e ->
                new Expr.Binary(
                        e.op(), inner(e.left(), within), inner(e.right(), within), e.bool(), e.matching(), NOWHERE);
            case Expr.Unary e -> new Expr.Unary(e.negative(), inner(e.inner(), within), NOWHERE);
            case Expr.Paren e -> new Expr.Paren(inner(e.inner(), within), NOWHERE);
        };
    }

    private static Expr inner(Expr expr, List<Expr> within) {
        within.add(expr);
        return INNER;
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
