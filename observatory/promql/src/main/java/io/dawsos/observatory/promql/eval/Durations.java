package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.PromQlException.Reason;
import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.SourceRange;

/** Works out lengths of time, which may be calculated from the query's step and range. */
final class Durations {
    private final Steps top;
    private final String query;

    /** @param top the query's own steps, also for what stands in a subquery */
    Durations(Steps top, String query) {
        this.top = top;
        this.query = query;
    }

    /** The length of a range or of a subquery's step, in milliseconds. */
    long length(DurationExpr expr) {
        long millis = millis(expr);
        if (millis <= 0) {
            throw failure("duration must be greater than 0, got " + millis + "ms", expr.at());
        }
        return millis;
    }

    /** An offset, of either sign. */
    long millis(DurationExpr expr) {
        if (expr instanceof DurationExpr.Literal literal) {
            return literal.millis();
        }
        double seconds = seconds(expr);
        if (!(Math.abs(seconds) < Long.MAX_VALUE / 1e9)) {
            throw failure("duration is out of range: " + seconds + "s", expr.at());
        }
        return (long) (seconds * 1000);
    }

    private double seconds(DurationExpr expr) {
        return switch (expr) {
            case DurationExpr.Literal literal -> literal.millis() / 1000.0;
            case DurationExpr.Number number -> number.value();
            case DurationExpr.Step step -> stepSeconds(top);
            case DurationExpr.Range range -> (top.end() - top.start()) / 1000.0;
            case DurationExpr.Extreme e ->
                e.max()
                        ? Math.max(seconds(e.left()), seconds(e.right()))
                        : Math.min(seconds(e.left()), seconds(e.right()));
            case DurationExpr.Binary binary -> calculated(binary);
            case DurationExpr.Negated negated -> -seconds(negated.inner());
            case DurationExpr.Paren paren -> seconds(paren.inner());
        };
    }

    private double calculated(DurationExpr.Binary binary) {
        double right = seconds(binary.right());
        if (right == 0 && (binary.op() == BinaryOp.DIV || binary.op() == BinaryOp.MOD)) {
            throw failure((binary.op() == BinaryOp.DIV ? "division" : "modulo") + " by zero", binary.at());
        }
        return Arithmetic.calculate(binary.op(), seconds(binary.left()), right);
    }

    /** The time between two steps; an instant query, which has one step, has none. */
    static double stepSeconds(Steps steps) {
        return steps.count() == 1 && steps.interval() == 1 ? 0 : steps.interval() / 1000.0;
    }

    private PromQlException failure(String message, SourceRange at) {
        return new PromQlException(Reason.SYNTAX, "query " + at.position(query) + ": " + message);
    }
}
