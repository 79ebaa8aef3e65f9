package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.Expr;
import org.jspecify.annotations.Nullable;

/** A binary operator of a query on single cells: floats and histograms, comparisons with and without {@code bool}. */
final class CellOperator {
    private final Expr.Binary expr;
    private final Evaluation evaluation;
    private final BinaryOp op;
    private final boolean comparison;
    private final boolean trim;

    CellOperator(Expr.Binary expr, Evaluation evaluation) {
        this.expr = expr;
        this.evaluation = evaluation;
        this.op = expr.op();
        this.comparison = op.isComparison();
        this.trim = op == BinaryOp.TRIM_LOWER || op == BinaryOp.TRIM_UPPER;
    }

    /** Whether the result is another quantity than the left operand, so that it loses the metric's name. */
    boolean changesMetric() {
        return !trim && (!comparison || expr.bool());
    }

    /**
     * Sets the result's cell, or leaves it empty where there is none.
     *
     * @param keepRight whether a comparison that holds gives its right side: a vector's, the left being a scalar
     */
    void apply(
            double left,
            @Nullable NativeHistogram leftHistogram,
            double right,
            @Nullable NativeHistogram rightHistogram,
            boolean keepRight,
            Column result,
            int step) {
        if (leftHistogram != null || rightHistogram != null || trim) {
            histograms(left, leftHistogram, right, rightHistogram, result, step);
        } else if (!comparison || expr.bool()) {
            result.set(step, Arithmetic.calculate(op, left, right));
        } else if (Arithmetic.holds(op, left, right)) {
            result.set(step, keepRight ? right : left);
        }
    }

    private void histograms(
            double left,
            @Nullable NativeHistogram leftHistogram,
            double right,
            @Nullable NativeHistogram rightHistogram,
            Column result,
            int step) {
        if (leftHistogram != null && rightHistogram != null) {
            HistogramCells.both(expr, leftHistogram, rightHistogram, evaluation, result, step);
        } else if (leftHistogram != null) {
            HistogramCells.leftOnly(expr, leftHistogram, right, evaluation, result, step);
        } else if (rightHistogram != null && op == BinaryOp.MUL) {
            result.set(step, HistogramCells.scaled(rightHistogram, left));
        } else {
            HistogramCells.incompatible(expr, "float", rightHistogram == null ? "float" : "histogram", evaluation);
        }
    }
}
