package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;

/** {@code -v}. */
final class NegateNode extends VectorNode {
    private final VectorNode inner;

    NegateNode(Expr expr, VectorNode inner) {
        super(expr, List.of(inner));
        this.inner = inner;
    }

    @Override
    Rows open(Evaluation evaluation) {
        return MappedRows.unnamed(inner.rows(evaluation), evaluation, (column, worker) -> negated(column));
    }

    private static Column negated(Column column) {
        Column result = new Column(column.steps());
        for (int step = 0; step < column.steps(); step++) {
            NativeHistogram histogram = column.histogram(step);
            if (histogram != null) {
                result.set(step, HistogramCells.scaled(histogram, -1));
            } else if (column.has(step)) {
                result.set(step, -column.value(step));
            }
        }
        return result;
    }
}
