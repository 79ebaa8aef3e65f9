package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;
import java.util.stream.Stream;

/** Walks through expressions. */
public final class Exprs {
    private Exprs() {}

    /** An expression and all that it is made of, from the outside inwards. */
    public static Stream<Expr> all(Expr expr) {
        return Stream.concat(Stream.of(expr), parts(expr).stream().flatMap(Exprs::all));
    }

    /** All selectors of series in an expression. */
    public static Stream<Expr.VectorSelector> selectors(Expr expr) {
        return all(expr).filter(Expr.VectorSelector.class::isInstance).map(Expr.VectorSelector.class::cast);
    }

    static List<Expr> parts(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral number -> List.of();
            case Expr.StringLiteral string -> List.of();
            case Expr.VectorSelector selector -> List.of();
            case Expr.MatrixSelector matrix -> List.of(matrix.series());
            case Expr.Subquery subquery -> List.of(subquery.inner());
            case Expr.Call call -> call.arguments();
            case Expr.Aggregate aggregate ->
                Stream.concat(Stream.ofNullable(aggregate.parameter()), Stream.of(aggregate.inner()))
                        .toList();
            case Expr.Binary binary -> List.of(binary.left(), binary.right());
            case Expr.Unary unary -> List.of(unary.inner());
            case Expr.Paren paren -> List.of(paren.inner());
        };
    }
}
