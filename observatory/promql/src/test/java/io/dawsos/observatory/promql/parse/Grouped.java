package io.dawsos.observatory.promql.parse;

import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.ast.Expr;

/** A query with each operator in parentheses. */
final class Grouped {
    private Grouped() {}

    static String of(Expr expr) {
        return switch (expr) {
            case Expr.Binary e -> "(" + of(e.left()) + " " + e.op().text() + " " + of(e.right()) + ")";
            case Expr.Unary e -> "(" + (e.negative() ? "-" : "+") + of(e.inner()) + ")";
            case Expr.Paren e -> of(e.inner());
            default -> PromQl.text(expr);
        };
    }
}
