package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.NativeHistogram.CounterReset;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A subquery: its inner expression is evaluated once, over the steps of all windows. */
final class SubqueryNode extends RangeNode {
    private final @Nullable VectorNode inner;
    private final Steps innerSteps;

    /** @param inner null when no inner step falls into any window */
    SubqueryNode(Expr.Subquery expr, @Nullable VectorNode inner, Steps innerSteps, Windows windows) {
        super(expr, inner == null ? List.of() : List.of(inner), windows);
        this.inner = inner;
        this.innerSteps = innerSteps;
    }

    @Override
    Source open(Evaluation evaluation) {
        Table table = inner == null ? Table.of(List.of(), List.of()) : inner.table(evaluation);
        return new Source() {
            @Override
            public int size() {
                return table.size();
            }

            @Override
            public RowKey key(int row) {
                return table.key(row);
            }

            @Override
            public void load(int row, Worker worker, Samples into) {
                into.clear();
                fill(table.column(row), into);
            }

            @Override
            public boolean distinctUnnamed() {
                return table.distinctUnnamed();
            }

            @Override
            public void release() {
                table.release();
            }
        };
    }

    private void fill(Column column, Samples into) {
        for (int step = 0; step < innerSteps.count(); step++) {
            if (column.has(step)) {
                NativeHistogram histogram = column.histogram(step);
                if (histogram == null) {
                    into.append(innerSteps.at(step), column.value(step));
                } else {
                    into.append(innerSteps.at(step), unknownReset(histogram));
                }
            }
        }
    }

    /** A step may show a sample twice or skip one: what the sample says of the one before does not hold here. */
    private static NativeHistogram unknownReset(NativeHistogram h) {
        if (h.counterReset() == CounterReset.GAUGE || h.counterReset() == CounterReset.UNKNOWN) {
            return h;
        }
        return new NativeHistogram(
                h.schema(),
                h.zeroThreshold(),
                h.zeroCount(),
                h.count(),
                h.sum(),
                h.positive(),
                h.negative(),
                h.customBoundaries(),
                CounterReset.UNKNOWN);
    }
}
