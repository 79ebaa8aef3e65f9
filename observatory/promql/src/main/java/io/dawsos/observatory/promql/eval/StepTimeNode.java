package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;

/** {@code timestamp(v)} of what is no plain selector: the step's time, wherever there is a value. */
final class StepTimeNode extends VectorNode {
    private final VectorNode inner;
    private final Steps steps;

    StepTimeNode(Expr expr, VectorNode inner, Steps steps) {
        super(expr, List.of(inner));
        this.inner = inner;
        this.steps = steps;
    }

    @Override
    Rows open(Evaluation evaluation) {
        return MappedRows.unnamed(inner.rows(evaluation), evaluation, (column, worker) -> times(column));
    }

    private Column times(Column column) {
        Column times = new Column(steps.count());
        for (int step = 0; step < steps.count(); step++) {
            if (column.has(step)) {
                times.set(step, steps.at(step) / 1000.0);
            }
        }
        return times;
    }
}
