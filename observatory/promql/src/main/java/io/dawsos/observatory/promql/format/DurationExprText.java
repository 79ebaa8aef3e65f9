package io.dawsos.observatory.promql.format;

import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.parse.DurationText;
import io.dawsos.observatory.promql.parse.NumberText;

/** Lengths of time as queries write them. */
final class DurationExprText {
    private DurationExprText() {}

    static String of(DurationExpr duration) {
        return switch (duration) {
            case DurationExpr.Literal literal -> DurationText.of(literal.millis());
            case DurationExpr.Number number -> NumberText.of(number.value());
            case DurationExpr.Step step -> "step()";
            case DurationExpr.Range range -> "range()";
            case DurationExpr.Extreme extreme ->
                (extreme.max() ? "max_of(" : "min_of(") + of(extreme.left()) + ", " + of(extreme.right()) + ")";
            case DurationExpr.Binary binary -> binary(binary);
            case DurationExpr.Negated negated -> "-" + unlessSigned(negated.inner(), BinaryOp.POW.precedence());
            case DurationExpr.Paren paren -> "(" + of(paren.inner()) + ")";
        };
    }

    private static String binary(DurationExpr.Binary binary) {
        int own = binary.op().precedence();
        boolean right = binary.op().rightAssociative();
        return operand(binary.left(), right ? own + 1 : own) + " " + binary.op().text() + " "
                + unlessSigned(binary.right(), right ? own : own + 1);
    }

    /** A sign after an operator, or after a sign, is no operand of what stands left of it. */
    private static String unlessSigned(DurationExpr operand, int lowest) {
        return operand instanceof DurationExpr.Negated ? of(operand) : operand(operand, lowest);
    }

    private static String operand(DurationExpr operand, int lowest) {
        return precedence(operand) < lowest ? "(" + of(operand) + ")" : of(operand);
    }

    private static int precedence(DurationExpr duration) {
        return switch (duration) {
            case DurationExpr.Binary binary -> binary.op().precedence();
            case DurationExpr.Negated negated -> BinaryOp.MUL.precedence();
            default -> Integer.MAX_VALUE;
        };
    }
}
