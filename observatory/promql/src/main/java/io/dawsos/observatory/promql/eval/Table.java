package io.dawsos.observatory.promql.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Rows with their columns at hand. */
final class Table implements Rows {
    private final List<RowKey> keys;
    private final List<Column> columns;
    private final boolean distinctUnnamed;
    private final @Nullable Limits limits;
    private long held;

    private Table(
            List<RowKey> keys, List<Column> columns, boolean distinctUnnamed, long held, @Nullable Limits limits) {
        this.keys = keys;
        this.columns = columns;
        this.distinctUnnamed = distinctUnnamed;
        this.held = held;
        this.limits = limits;
    }

    /** Rows that are no more than a few. */
    static Table of(List<RowKey> keys, List<Column> columns) {
        return new Table(List.copyOf(keys), List.copyOf(columns), false, 0, null);
    }

    /** Rows of which so many cells are counted as held already. */
    static Table holding(List<RowKey> keys, List<Column> columns, long held, Evaluation evaluation) {
        return new Table(keys, columns, false, held, evaluation.limits());
    }

    /** Works all columns out, and leaves rows out that are empty at every step. */
    static Table of(Rows rows, Evaluation evaluation) {
        if (rows instanceof Table table) {
            return table;
        }
        @Nullable Column[] columns = new Column[rows.size()];
        long held = fill(columns, rows, evaluation);
        rows.release();
        List<RowKey> keptKeys = new ArrayList<>();
        List<Column> kept = new ArrayList<>();
        for (int row = 0; row < columns.length; row++) {
            Column column = columns[row];
            if (column != null) {
                keptKeys.add(rows.key(row));
                kept.add(column);
            }
        }
        return new Table(keptKeys, kept, rows.distinctUnnamed(), held, evaluation.limits());
    }

    private static long fill(@Nullable Column[] columns, Rows rows, Evaluation evaluation) {
        LongAdder held = new LongAdder();
        evaluation.team().each(columns.length, (from, to, worker) -> {
            for (int row = from; row < to; row++) {
                Column column = rows.column(row, worker);
                if (column.count() > 0) {
                    columns[row] = column;
                    long weight = Limits.weight(column);
                    held.add(weight);
                    worker.limits().hold(weight);
                }
            }
        });
        return held.sum();
    }

    @Override
    public int size() {
        return keys.size();
    }

    @Override
    public RowKey key(int row) {
        return keys.get(row);
    }

    Column column(int row) {
        return columns.get(row);
    }

    @Override
    public Column column(int row, Worker worker) {
        return columns.get(row);
    }

    @Override
    public boolean distinctUnnamed() {
        return distinctUnnamed;
    }

    @Override
    public void release() {
        if (limits != null) {
            limits.release(held);
            held = 0;
        }
    }
}
