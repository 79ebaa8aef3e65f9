package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;

/**
 * An instant vector selector: at each step a series' newest sample that is no older than the lookback, unless that is
 * a stale marker. With {@code timestamps} it gives the samples' times, in seconds, in place of their values.
 */
final class SelectorNode extends VectorNode {
    private final Expr.VectorSelector selector;
    private final Moved times;
    private final long lookback;
    private final boolean timestamps;
    private final boolean findsResets;

    /** @param findsResets whether histograms are compared with the one before, for a counter reset */
    SelectorNode(
            Expr expr,
            Expr.VectorSelector selector,
            Moved times,
            long lookback,
            boolean timestamps,
            boolean findsResets) {
        super(expr, List.of());
        this.selector = selector;
        this.times = times;
        this.lookback = lookback;
        this.timestamps = timestamps;
        this.findsResets = findsResets;
    }

    @Override
    Rows open(Evaluation evaluation) {
        SeriesReader reader = new SeriesReader(evaluation, selector.matchers(), times, lookback, 0, findsResets, stats);
        return new Rows() {
            @Override
            public int size() {
                return reader.size();
            }

            @Override
            public RowKey key(int row) {
                return timestamps ? evaluation.dropName(reader.key(row)) : reader.key(row);
            }

            @Override
            public Column column(int row, Worker worker) {
                reader.read(row, worker, worker.samples);
                Column column = new Column(times.count());
                fill(worker.samples, column);
                return column;
            }

            @Override
            public boolean distinctUnnamed() {
                return reader.oneName();
            }
        };
    }

    private void fill(Samples samples, Column column) {
        long[] at = samples.timestamps();
        int size = samples.size();
        int next = 0;
        for (int step = 0; step < times.count(); step++) {
            long time = times.at(step);
            while (next < size && at[next] <= time) {
                next++;
            }
            if (next > 0 && at[next - 1] > time - lookback) {
                set(samples, next - 1, column, step);
            }
        }
    }

    private void set(Samples samples, int i, Column column, int step) {
        if (samples.isStale(i)) {
            return;
        }
        NativeHistogram histogram = samples.histogram(i);
        if (timestamps) {
            column.set(step, samples.timestamp(i) / 1000.0);
        } else if (histogram == null) {
            column.set(step, samples.value(i));
        } else {
            column.set(step, histogram);
        }
    }
}
