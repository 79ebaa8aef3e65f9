package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;

/** Vectors that come of no other vector. */
final class Sources {
    private Sources() {}

    /** {@code vector(s)}: one row without labels. */
    static final class VectorOfNode extends VectorNode {
        private final ScalarNode inner;

        VectorOfNode(Expr expr, ScalarNode inner) {
            super(expr, List.of(inner));
            this.inner = inner;
        }

        @Override
        Rows open(Evaluation evaluation) {
            double[] values = inner.values(evaluation);
            Column column = new Column(values.length);
            for (int step = 0; step < values.length; step++) {
                column.set(step, values[step]);
            }
            return Table.of(List.of(RowKey.EMPTY), List.of(column));
        }
    }

    /** A vector that is the same at every step, worked out once. */
    static final class InvariantNode extends VectorNode {
        private final VectorNode inner;
        private final int steps;

        InvariantNode(VectorNode inner, Steps steps) {
            super(inner.expr(), List.of(inner));
            this.inner = inner;
            this.steps = steps.count();
        }

        @Override
        Rows open(Evaluation evaluation) {
            return MappedRows.of(inner.rows(evaluation), (column, worker) -> repeated(column));
        }

        private Column repeated(Column once) {
            Column column = new Column(steps);
            if (once.has(0)) {
                for (int step = 0; step < steps; step++) {
                    column.copy(step, 0, once);
                }
            }
            return column;
        }
    }
}
