package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A node whose value is an instant vector. */
abstract non-sealed class VectorNode extends Node {
    VectorNode(Expr expr, List<? extends Node> children) {
        super(expr, children);
    }

    /** Finds the rows; called once, by the coordinating thread. */
    abstract Rows open(Evaluation evaluation);

    final Rows rows(Evaluation evaluation) {
        evaluation.limits().check();
        NodeStats before = enter(evaluation);
        try {
            Rows rows = open(evaluation);
            stats.gaveSeries(rows.size());
            return evaluation.explains() ? new WatchedRows(rows, stats) : rows;
        } finally {
            leave(before, evaluation);
        }
    }

    final Table table(Evaluation evaluation) {
        Rows rows = rows(evaluation);
        NodeStats before = enter(evaluation);
        try {
            return Table.of(rows, evaluation);
        } finally {
            leave(before, evaluation);
        }
    }

    /** Rows whose work is counted as the node's. */
    private record WatchedRows(Rows rows, NodeStats stats) implements Rows {
        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public RowKey key(int row) {
            return rows.key(row);
        }

        @Override
        public Column column(int row, Worker worker) {
            @Nullable NodeStats before = worker.watch.enter(stats);
            try {
                return rows.column(row, worker);
            } finally {
                worker.watch.enter(before);
            }
        }

        @Override
        public boolean distinctUnnamed() {
            return rows.distinctUnnamed();
        }

        @Override
        public void release() {
            rows.release();
        }
    }
}
