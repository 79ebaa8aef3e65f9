package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.histogram.BucketRow;
import io.dawsos.observatory.promql.histogram.HistogramMath;
import io.dawsos.observatory.promql.histogram.HistogramSum;
import io.dawsos.observatory.promql.histogram.HistogramTrim;
import io.dawsos.observatory.promql.histogram.IncompatibleBoundsException;

/** Binary operators where a side is a histogram, with what the user should be told. */
final class HistogramCells {
    private HistogramCells() {}

    static void both(
            Expr.Binary expr,
            NativeHistogram left,
            NativeHistogram right,
            Evaluation evaluation,
            Column result,
            int step) {
        switch (expr.op()) {
            case ADD, SUB -> sum(expr, left, right, evaluation, result, step);
            case EQL, NEQ -> {
                boolean holds = HistogramMath.equal(left, right) == (expr.op() == BinaryOp.EQL);
                if (expr.bool()) {
                    result.set(step, holds ? 1 : 0);
                } else if (holds) {
                    result.set(step, left);
                }
            }
            case OR, AND, UNLESS, LTE, LSS, GTE, GTR, MUL, DIV, MOD, ATAN2, TRIM_UPPER, TRIM_LOWER, POW ->
                incompatible(expr, "histogram", "histogram", evaluation);
        }
    }

    private static void sum(
            Expr.Binary expr,
            NativeHistogram left,
            NativeHistogram right,
            Evaluation evaluation,
            Column result,
            int step) {
        boolean add = expr.op() == BinaryOp.ADD;
        try {
            HistogramSum sum = add ? HistogramMath.add(left, right) : HistogramMath.subtract(left, right);
            annotate(sum, add ? "addition" : "subtraction", expr, evaluation);
            NativeHistogram histogram = HistogramMath.compact(sum.histogram());
            // A difference may go down: it is no counter.
            result.set(step, add ? histogram : HistogramMath.withCounterReset(histogram, CounterReset.GAUGE));
        } catch (IncompatibleBoundsException e) {
            evaluation.warn(
                    "incompatible bucket layout encountered for binary operator "
                            + expr.op().text(),
                    expr.at());
        }
    }

    /** Says what a sum has lost. */
    static void annotate(HistogramSum sum, String operation, Expr at, Evaluation evaluation) {
        if (sum.resetsCollide()) {
            evaluation.warn("conflicting counter resets during histogram " + operation, at.at());
        }
        if (sum.boundariesReconciled()) {
            evaluation.info("mismatched custom buckets were reconciled during " + operation, at.at());
        }
    }

    static void leftOnly(
            Expr.Binary expr, NativeHistogram left, double right, Evaluation evaluation, Column result, int step) {
        switch (expr.op()) {
            case MUL -> result.set(step, scaled(left, right));
            case DIV -> result.set(step, HistogramMath.compact(HistogramMath.divide(left, right)));
            case TRIM_UPPER -> result.set(step, HistogramTrim.upper(left, right));
            case TRIM_LOWER -> result.set(step, HistogramTrim.lower(left, right));
            case OR, AND, UNLESS, EQL, NEQ, LTE, LSS, GTE, GTR, ADD, SUB, MOD, ATAN2, POW ->
                incompatible(expr, "histogram", "float", evaluation);
        }
    }

    static NativeHistogram scaled(NativeHistogram histogram, double factor) {
        return HistogramMath.compact(HistogramMath.scale(histogram, factor));
    }

    static void incompatible(Expr.Binary expr, String left, String right, Evaluation evaluation) {
        String op = expr.op().text();
        evaluation.info(
                "incompatible sample types encountered for binary operator \"" + op + "\": " + left + " " + op + " "
                        + right,
                expr.at());
    }

    /** As Prometheus writes a histogram into a label. */
    static String text(NativeHistogram histogram) {
        StringBuilder text = new StringBuilder(
                "{count:" + GoText.general(histogram.count()) + ", sum:" + GoText.general(histogram.sum()));
        BucketRow row = BucketRow.of(histogram);
        for (int i = 0; i < row.size(); i++) {
            text.append(row.lower(i) < 0 ? ", [" : ", (")
                    .append(GoText.general(row.lower(i)))
                    .append(',')
                    .append(GoText.general(row.upper(i)))
                    .append(row.upper(i) > 0 ? "]:" : "):")
                    .append(GoText.general(row.count(i)));
        }
        return text.append('}').toString();
    }
}
