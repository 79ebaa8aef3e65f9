package io.dawsos.observatory.promql.format;

import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;
import java.util.stream.IntStream;

/** An expression on one line. */
public final class ExprText {
    private ExprText() {}

    public static String of(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral number -> SelectorText.number(number);
            case Expr.StringLiteral string -> GoString.quoted(string.value());
            case Expr.VectorSelector selector -> SelectorText.vector(selector);
            case Expr.MatrixSelector matrix -> SelectorText.matrix(matrix);
            case Expr.Subquery subquery -> closed(subquery.inner()) + subqueryEnd(subquery);
            case Expr.Call call -> call.function().name() + "(" + arguments(arguments(call)) + ")";
            case Expr.Aggregate aggregate ->
                aggregateHead(aggregate) + "("
                        + arguments(
                                aggregate.parameter() == null
                                        ? List.of(of(aggregate.inner()))
                                        : List.of(of(aggregate.parameter()), of(aggregate.inner())))
                        + ")";
            case Expr.Binary binary -> binary(binary);
            case Expr.Unary unary -> sign(unary) + parenthesized(unary.inner(), Operands.unaryNeedsParens(unary));
            case Expr.Paren paren -> "(" + of(paren.inner()) + ")";
        };
    }

    private static String arguments(List<String> arguments) {
        return String.join(", ", arguments);
    }

    /** The arguments of a call: those of info() after the first stay in braces. */
    static List<String> arguments(Expr.Call call) {
        boolean info = call.function().name().equals("info");
        return IntStream.range(0, call.arguments().size())
                .mapToObj(i -> info && i > 0 && call.arguments().get(i) instanceof Expr.VectorSelector selector
                        ? SelectorText.braces(selector)
                        : of(call.arguments().get(i)))
                .toList();
    }

    static String subqueryEnd(Expr.Subquery subquery) {
        return "[" + DurationExprText.of(subquery.range()) + ":"
                + (subquery.step() == null ? "" : DurationExprText.of(subquery.step())) + "]"
                + SelectorText.shift(subquery.shift());
    }

    /** What a subquery encloses: an operator would end it. */
    static String closed(Expr inner) {
        return parenthesized(inner, opensOperator(inner));
    }

    static boolean opensOperator(Expr inner) {
        return inner instanceof Expr.Binary || inner instanceof Expr.Unary || inner instanceof Expr.NumberLiteral;
    }

    /** {@code sum by (job) } or {@code sum}. */
    static String aggregateHead(Expr.Aggregate aggregate) {
        if (!aggregate.without() && aggregate.labels().isEmpty()) {
            return aggregate.op().text();
        }
        return aggregate.op().text() + (aggregate.without() ? " without " : " by ")
                + Operands.labels(aggregate.labels()) + " ";
    }

    private static String binary(Expr.Binary binary) {
        return parenthesized(binary.left(), Operands.leftNeedsParens(binary)) + " " + Operands.operator(binary) + " "
                + parenthesized(binary.right(), Operands.rightNeedsParens(binary));
    }

    static String sign(Expr.Unary unary) {
        return unary.negative() ? "-" : "+";
    }

    private static String parenthesized(Expr expr, boolean wanted) {
        return wanted ? "(" + of(expr) + ")" : of(expr);
    }
}
