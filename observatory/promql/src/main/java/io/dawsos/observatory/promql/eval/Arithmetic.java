package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.BinaryOp;

/** The operators on two floats. */
final class Arithmetic {
    private Arithmetic() {}

    static double calculate(BinaryOp op, double left, double right) {
        return switch (op) {
            case ADD -> left + right;
            case SUB -> left - right;
            case MUL -> left * right;
            case DIV -> left / right;
            case MOD -> left % right;
            case ATAN2 -> Math.atan2(left, right);
            case POW -> power(left, right);
            case EQL, NEQ, LTE, LSS, GTE, GTR -> holds(op, left, right) ? 1 : 0;
            case OR, AND, UNLESS, TRIM_UPPER, TRIM_LOWER ->
                throw new IllegalArgumentException("no operator on two floats: " + op.text());
        };
    }

    /** IEEE 754's power, as Prometheus has it, where {@link Math#pow} gives NaN for a base of one. */
    private static double power(double base, double exponent) {
        if (base == 1 || (base == -1 && Double.isInfinite(exponent))) {
            return 1;
        }
        return Math.pow(base, exponent);
    }

    static boolean holds(BinaryOp comparison, double left, double right) {
        return switch (comparison) {
            case EQL -> left == right;
            case NEQ -> left != right;
            case LTE -> left <= right;
            case LSS -> left < right;
            case GTE -> left >= right;
            case GTR -> left > right;
            case OR, AND, UNLESS, ADD, SUB, MUL, DIV, MOD, ATAN2, TRIM_UPPER, TRIM_LOWER, POW ->
                throw new IllegalArgumentException("no comparison: " + comparison.text());
        };
    }
}
