package io.dawsos.observatory.promql.format;

import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.VectorMatching;
import io.dawsos.observatory.promql.ast.VectorMatching.Cardinality;
import io.dawsos.observatory.promql.parse.NumberText;
import java.util.List;
import java.util.stream.Collectors;

/** Operators with their modifiers, and where an operand needs parentheses: only in expressions that no parser made. */
final class Operands {
    private Operands() {}

    /** {@code == bool on (job) group_left (pod) fill (0)} */
    static String operator(Expr.Binary binary) {
        String operator = binary.op().text() + (binary.bool() ? " bool" : "");
        VectorMatching matching = binary.matching();
        return matching == null ? operator : operator + matching(matching);
    }

    private static String matching(VectorMatching matching) {
        StringBuilder text = new StringBuilder();
        boolean grouped = matching.cardinality() == Cardinality.MANY_TO_ONE
                || matching.cardinality() == Cardinality.ONE_TO_MANY;
        if (matching.on() || !matching.labels().isEmpty() || grouped) {
            text.append(matching.on() ? " on " : " ignoring ").append(labels(matching.labels()));
        }
        if (grouped) {
            text.append(matching.cardinality() == Cardinality.MANY_TO_ONE ? " group_left " : " group_right ")
                    .append(labels(matching.include()));
        }
        Double left = matching.fillLeft();
        Double right = matching.fillRight();
        if (left != null && left.equals(right)) {
            return text.append(" fill (").append(NumberText.of(left)).append(')').toString();
        }
        if (left != null) {
            text.append(" fill_left (").append(NumberText.of(left)).append(')');
        }
        if (right != null) {
            text.append(" fill_right (").append(NumberText.of(right)).append(')');
        }
        return text.toString();
    }

    static String labels(List<String> labels) {
        return labels.stream().map(SelectorText::label).collect(Collectors.joining(", ", "(", ")"));
    }

    static boolean leftNeedsParens(Expr.Binary binary) {
        int lowest = binary.op().precedence() + (binary.op().rightAssociative() ? 1 : 0);
        return precedence(binary.left()) < lowest || durationGoesOn(binary);
    }

    static boolean rightNeedsParens(Expr.Binary binary) {
        // A sign on the right side is no operand of what stands left of it.
        boolean signed = binary.right() instanceof Expr.Unary || binary.right() instanceof Expr.NumberLiteral;
        int lowest = binary.op().precedence() + (binary.op().rightAssociative() ? 0 : 1);
        return !signed && precedence(binary.right()) < lowest;
    }

    static boolean unaryNeedsParens(Expr.Unary unary) {
        return unary.inner() instanceof Expr.NumberLiteral
                || !(unary.inner() instanceof Expr.Unary)
                        && precedence(unary.inner()) < BinaryOp.POW.precedence();
    }

    private static int precedence(Expr expr) {
        return switch (expr) {
            case Expr.Binary binary -> binary.op().precedence();
            case Expr.Unary unary -> BinaryOp.MUL.precedence();
            case Expr.NumberLiteral number when number.value() < 0 || 1 / number.value() < 0 ->
                BinaryOp.MUL.precedence();
            default -> Integer.MAX_VALUE;
        };
    }

    /** Whether the left side ends in an offset that would take the operator for its own. */
    private static boolean durationGoesOn(Expr.Binary binary) {
        return !binary.op().isComparison()
                && !binary.op().isSet()
                && rightmost(binary.left()) instanceof Expr.VectorSelector selector
                && selector.shift().anchor() == null
                && (selector.shift().offset() instanceof DurationExpr.Paren
                        || selector.shift().offset() instanceof DurationExpr.Binary);
    }

    private static Expr rightmost(Expr expr) {
        return switch (expr) {
            case Expr.Binary binary -> rightmost(binary.right());
            case Expr.Unary unary -> rightmost(unary.inner());
            default -> expr;
        };
    }
}
