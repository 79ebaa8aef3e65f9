package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.Arrays;
import java.util.List;

/** {@code scalar(v)}: the value where the vector has one float, else NaN. */
final class ScalarOfNode extends ScalarNode {
    private final VectorNode inner;
    private final int steps;

    ScalarOfNode(Expr expr, VectorNode inner, Steps steps) {
        super(expr, List.of(inner));
        this.inner = inner;
        this.steps = steps.count();
    }

    @Override
    double[] evaluate(Evaluation evaluation) {
        Rows rows = inner.rows(evaluation);
        double[] values = new double[steps];
        boolean[] seen = new boolean[steps];
        boolean[] several = new boolean[steps];
        Arrays.fill(values, Double.NaN);
        evaluation.team().each(rows.size(), (from, to, worker) -> {
            for (int row = from; row < to; row++) {
                Column column = rows.column(row, worker);
                synchronized (values) {
                    take(column, values, seen, several);
                }
            }
        });
        rows.release();
        for (int step = 0; step < steps; step++) {
            values[step] = several[step] ? Double.NaN : values[step];
        }
        return values;
    }

    private static void take(Column column, double[] values, boolean[] seen, boolean[] several) {
        for (int step = 0; step < values.length; step++) {
            if (column.has(step) && column.histogram(step) == null) {
                several[step] |= seen[step];
                seen[step] = true;
                values[step] = column.value(step);
            }
        }
    }
}
