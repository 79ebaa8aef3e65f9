package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.TimeShift;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A query with {@code @ time} on all its selectors, whose result is then the same at whatever time it is evaluated. Not for
 * queries whose result depends on that time all the same.
 */
final class AtVariant {
    private static final Set<String> TIMED = Set.of(
            "days_in_month", "day_of_month", "day_of_week", "day_of_year", "hour", "minute", "month", "year",
            "predict_linear", "time", "timestamp", "start", "end", "step", "range", "info");

    private final TimeShift.Anchor at;
    private boolean timed;

    private AtVariant(long millis) {
        at = new TimeShift.Anchor.At(millis);
    }

    /** The query, or null where there is no such. */
    static @Nullable Expr of(Expr expr, long millis) {
        AtVariant variant = new AtVariant(millis);
        Expr anchored = variant.anchored(expr);
        return variant.timed ? null : anchored;
    }

    private Expr anchored(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral e -> e;
            case Expr.StringLiteral e -> e;
            case Expr.VectorSelector e -> selector(e);
            case Expr.MatrixSelector e -> {
                calculated(e.range());
                yield new Expr.MatrixSelector(selector(e.series()), e.range(), e.mode(), e.at());
            }
            case Expr.Subquery e -> {
                calculated(e.range());
                calculated(e.step());
                yield new Expr.Subquery(e.inner(), e.range(), e.step(), shift(e.shift()), e.at());
            }
            case Expr.Call e -> {
                timed |= TIMED.contains(e.function().name());
                yield new Expr.Call(
                        e.function(),
                        e.arguments().stream().map(this::anchored).toList(),
                        e.at());
            }
            case Expr.Aggregate e ->
                new Expr.Aggregate(
                        e.op(),
                        e.parameter() == null ? null : anchored(e.parameter()),
                        anchored(e.inner()),
                        e.without(),
                        e.labels(),
                        e.at());
            case Expr.Binary e ->
                new Expr.Binary(e.op(), anchored(e.left()), anchored(e.right()), e.bool(), e.matching(), e.at());
            case Expr.Unary e -> new Expr.Unary(e.negative(), anchored(e.inner()), e.at());
            case Expr.Paren e -> new Expr.Paren(anchored(e.inner()), e.at());
        };
    }

    private Expr.VectorSelector selector(Expr.VectorSelector selector) {
        return new Expr.VectorSelector(selector.matchers(), shift(selector.shift()), selector.mode(), selector.at());
    }

    private TimeShift shift(TimeShift shift) {
        calculated(shift.offset());
        timed |= shift.anchor() instanceof TimeShift.Anchor.Start || shift.anchor() instanceof TimeShift.Anchor.End;
        return shift.anchor() == null ? new TimeShift(shift.offset(), at) : shift;
    }

    /** A calculated duration may hold the query's step or range. */
    private void calculated(@Nullable DurationExpr duration) {
        timed |= duration != null && !(duration instanceof DurationExpr.Literal);
    }
}
