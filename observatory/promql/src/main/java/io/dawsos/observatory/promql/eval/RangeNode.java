package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;

/** A node whose value is a range vector: for each row its samples, through which windows slide. */
abstract non-sealed class RangeNode extends Node {
    private final Windows windows;

    RangeNode(Expr expr, List<? extends Node> children, Windows windows) {
        super(expr, children);
        this.windows = windows;
    }

    Windows windows() {
        return windows;
    }

    abstract Source open(Evaluation evaluation);

    final Source source(Evaluation evaluation) {
        evaluation.limits().check();
        NodeStats before = enter(evaluation);
        try {
            Source source = open(evaluation);
            stats.gaveSeries(source.size());
            return source;
        } finally {
            leave(before, evaluation);
        }
    }

    /** Rows of samples. */
    interface Source {
        int size();

        RowKey key(int row);

        /** Fills an empty buffer with the row's samples of all windows, without stale markers. */
        void load(int row, Worker worker, Samples into);

        default boolean distinctUnnamed() {
            return false;
        }

        default void release() {}
    }
}
