package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;

/** An operator between a vector and a scalar. */
final class VectorScalarNode extends VectorNode {
    private final Expr.Binary expr;
    private final VectorNode vector;
    private final ScalarNode scalar;
    private final boolean scalarLeft;

    VectorScalarNode(Expr.Binary expr, VectorNode vector, ScalarNode scalar, boolean scalarLeft) {
        super(expr, scalarLeft ? List.of(scalar, vector) : List.of(vector, scalar));
        this.expr = expr;
        this.vector = vector;
        this.scalar = scalar;
        this.scalarLeft = scalarLeft;
    }

    @Override
    Rows open(Evaluation evaluation) {
        double[] values = scalar.values(evaluation);
        CellOperator operator = new CellOperator(expr, evaluation);
        Rows rows = vector.rows(evaluation);
        MappedRows.Cells cells = (column, worker) -> apply(column, values, operator);
        return operator.changesMetric() ? MappedRows.unnamed(rows, evaluation, cells) : MappedRows.of(rows, cells);
    }

    private Column apply(Column column, double[] values, CellOperator operator) {
        Column result = new Column(values.length);
        for (int step = 0; step < values.length; step++) {
            if (!column.has(step)) {
                continue;
            }
            if (scalarLeft) {
                operator.apply(values[step], null, column.value(step), column.histogram(step), true, result, step);
            } else {
                operator.apply(column.value(step), column.histogram(step), values[step], null, false, result, step);
            }
        }
        return result;
    }
}
