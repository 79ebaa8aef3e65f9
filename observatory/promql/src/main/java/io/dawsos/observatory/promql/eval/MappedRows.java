package io.dawsos.observatory.promql.eval;

import java.util.function.UnaryOperator;

/** Rows of which each comes of one other row. */
final class MappedRows implements Rows {
    /** Works out a row's column of the inner row's. */
    interface Cells {
        Column of(Column inner, Worker worker);
    }

    private final Rows inner;
    private final UnaryOperator<RowKey> key;
    private final Cells cells;

    private MappedRows(Rows inner, UnaryOperator<RowKey> key, Cells cells) {
        this.inner = inner;
        this.key = key;
        this.cells = cells;
    }

    /** Rows of the same names. */
    static Rows of(Rows inner, Cells cells) {
        return new MappedRows(inner, UnaryOperator.identity(), cells);
    }

    /** Rows without the metric's name. */
    static Rows unnamed(Rows inner, Evaluation evaluation, Cells cells) {
        return Distinct.rows(new MappedRows(inner, evaluation::dropName, cells), evaluation);
    }

    @Override
    public int size() {
        return inner.size();
    }

    @Override
    public RowKey key(int row) {
        return key.apply(inner.key(row));
    }

    @Override
    public Column column(int row, Worker worker) {
        return cells.of(inner.column(row, worker), worker);
    }

    @Override
    public boolean distinctUnnamed() {
        return inner.distinctUnnamed();
    }

    @Override
    public void release() {
        inner.release();
    }
}
