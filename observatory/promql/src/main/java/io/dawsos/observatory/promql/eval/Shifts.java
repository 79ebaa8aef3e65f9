package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.TimeShift;
import java.util.ArrayList;
import java.util.List;

/** Finds the {@code offset} and {@code @} of the first selector in an expression. */
final class Shifts {
    private Shifts() {}

    static TimeShift first(Expr expr) {
        List<TimeShift> shifts = new ArrayList<>();
        collect(expr, shifts);
        return shifts.isEmpty() ? TimeShift.NONE : shifts.get(0);
    }

    private static void collect(Expr expr, List<TimeShift> shifts) {
        switch (expr) {
            case Expr.NumberLiteral n -> {}
            case Expr.StringLiteral s -> {}
            case Expr.VectorSelector s -> shifts.add(s.shift());
            case Expr.MatrixSelector s -> shifts.add(s.series().shift());
            case Expr.Subquery s -> collect(s.inner(), shifts);
            case Expr.Call c -> c.arguments().forEach(argument -> collect(argument, shifts));
            case Expr.Aggregate a -> collect(a.inner(), shifts);
            case Expr.Binary b -> {
                collect(b.left(), shifts);
                collect(b.right(), shifts);
            }
            case Expr.Unary u -> collect(u.inner(), shifts);
            case Expr.Paren p -> collect(p.inner(), shifts);
        }
    }
}
