package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.TimeShift;
import java.util.Set;

/** Which expressions have the same value at every step, and so are evaluated once. */
final class Invariance {
    /** Their value depends on the step's time even where their arguments do not. */
    private static final Set<String> OF_TIME = Set.of("time", "timestamp", "predict_linear");

    private Invariance() {}

    static boolean of(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral n -> true;
            case Expr.StringLiteral s -> true;
            case Expr.VectorSelector s -> anchored(s.shift());
            case Expr.MatrixSelector s -> anchored(s.series().shift());
            case Expr.Subquery s -> anchored(s.shift());
            case Expr.Call call -> call(call);
            case Expr.Aggregate a -> of(a.inner()) && (a.parameter() == null || of(a.parameter()));
            case Expr.Binary b -> of(b.left()) && of(b.right());
            case Expr.Unary u -> of(u.inner());
            case Expr.Paren p -> of(p.inner());
        };
    }

    private static boolean anchored(TimeShift shift) {
        return shift.anchor() != null;
    }

    private static boolean call(Expr.Call call) {
        if (OF_TIME.contains(call.function().name())) {
            return false;
        }
        // A function that may go without its vector takes the step's time then.
        boolean ofTime =
                call.arguments().isEmpty() && !call.function().arguments().isEmpty();
        return !ofTime && call.arguments().stream().allMatch(Invariance::of);
    }
}
