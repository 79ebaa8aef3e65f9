package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;

/** For aggregations that know floats only. */
final class Floats {
    private Floats() {}

    /** Says that histograms are left out, where a column has any. */
    static void noteHistograms(Column column, Expr.Aggregate aggregate, Evaluation evaluation) {
        if (column.mayHaveHistograms() && hasHistogram(column)) {
            evaluation.info(
                    "ignored histogram in " + aggregate.op().text() + " aggregation",
                    aggregate.inner().at());
        }
    }

    private static boolean hasHistogram(Column column) {
        for (int step = 0; step < column.steps(); step++) {
            if (column.histogram(step) != null) {
                return true;
            }
        }
        return false;
    }
}
