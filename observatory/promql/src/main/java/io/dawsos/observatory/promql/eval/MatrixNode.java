package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;

/** A range vector selector. */
final class MatrixNode extends RangeNode {
    private final Expr.MatrixSelector selector;
    private final boolean findsResets;

    /** @param findsResets whether histograms are compared with the one before, for a counter reset */
    MatrixNode(Expr.MatrixSelector selector, Windows windows, boolean findsResets) {
        super(selector, List.of(), windows);
        this.selector = selector;
        this.findsResets = findsResets;
    }

    @Override
    Source open(Evaluation evaluation) {
        Windows windows = windows();
        SeriesReader reader = new SeriesReader(
                evaluation,
                selector.series().matchers(),
                windows.times(),
                windows.range() + windows.before(),
                windows.after(),
                findsResets,
                stats);
        return new Source() {
            @Override
            public int size() {
                return reader.size();
            }

            @Override
            public RowKey key(int row) {
                return reader.key(row);
            }

            @Override
            public void load(int row, Worker worker, Samples into) {
                NodeStats before = worker.watch.enter(stats);
                reader.read(row, worker, into);
                into.dropStale();
                worker.watch.enter(before);
            }

            @Override
            public boolean distinctUnnamed() {
                return reader.oneName();
            }
        };
    }
}
