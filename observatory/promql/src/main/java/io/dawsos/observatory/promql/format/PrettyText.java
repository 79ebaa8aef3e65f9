package io.dawsos.observatory.promql.format;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;

/**
 * An expression broken into lines: what fits into {@link #WIDTH} characters stands on one, else its parts stand on lines
 * of their own, two spaces further in. Operators stand at the beginning of their line. What is {@link #DEEPEST} spaces in
 * is not broken any more: nobody reads it so, and a long chain of operators would become a text many times its length.
 */
public final class PrettyText {
    private static final int WIDTH = 100;
    private static final int DEEPEST = 60;
    private static final String INDENT = "  ";

    private PrettyText() {}

    public static String of(Expr expr) {
        return of(expr, "");
    }

    private static String of(Expr expr, String indent) {
        String line = ExprText.of(expr);
        return indent.length() >= DEEPEST || indent.length() + line.length() <= WIDTH
                ? indent + line
                : broken(expr, line, indent);
    }

    private static String broken(Expr expr, String line, String indent) {
        return switch (expr) {
            case Expr.NumberLiteral number -> indent + line;
            case Expr.StringLiteral string -> indent + line;
            case Expr.VectorSelector selector -> indent + line;
            case Expr.MatrixSelector matrix -> indent + line;
            case Expr.Subquery subquery ->
                parenthesized(subquery.inner(), ExprText.opensOperator(subquery.inner()), indent)
                        + ExprText.subqueryEnd(subquery);
            case Expr.Call call -> call(call, indent);
            case Expr.Aggregate aggregate ->
                list(
                        ExprText.aggregateHead(aggregate),
                        aggregate.parameter() == null
                                ? List.of(of(aggregate.inner(), indent + INDENT))
                                : List.of(
                                        of(aggregate.parameter(), indent + INDENT),
                                        of(aggregate.inner(), indent + INDENT)),
                        indent);
            case Expr.Binary binary -> binary(binary, indent);
            case Expr.Unary unary ->
                indent
                        + ExprText.sign(unary)
                        + parenthesized(unary.inner(), Operands.unaryNeedsParens(unary), indent)
                                .substring(indent.length());
            case Expr.Paren paren -> parenthesized(paren.inner(), true, indent);
        };
    }

    private static String call(Expr.Call call, String indent) {
        if (call.arguments().isEmpty() || call.function().name().equals("info")) {
            return indent + ExprText.of(call);
        }
        return list(
                call.function().name(),
                call.arguments().stream()
                        .map(argument -> of(argument, indent + INDENT))
                        .toList(),
                indent);
    }

    private static String list(String head, List<String> items, String indent) {
        return indent + head + "(\n" + String.join(",\n", items) + "\n" + indent + ")";
    }

    private static String binary(Expr.Binary binary, String indent) {
        return parenthesized(binary.left(), Operands.leftNeedsParens(binary), indent + INDENT) + "\n" + indent
                + Operands.operator(binary) + "\n"
                + parenthesized(binary.right(), Operands.rightNeedsParens(binary), indent + INDENT);
    }

    private static String parenthesized(Expr expr, boolean wanted, String indent) {
        return wanted ? indent + "(\n" + of(expr, indent + INDENT) + "\n" + indent + ")" : of(expr, indent);
    }
}
