package io.dawsos.observatory.promql.eval;

/**
 * An instant vector over all steps: rows whose labels are known, and whose columns are worked out when asked for, each
 * on its own and on any thread. So an aggregation never holds all columns of its input.
 */
interface Rows {
    int size();

    RowKey key(int row);

    /** The row's column, which nobody changes; may be empty at every step. */
    Column column(int row, Worker worker);

    /** Whether the labels differ even without the metric's name, known without looking at them. */
    default boolean distinctUnnamed() {
        return false;
    }

    /** Says that no column is asked for any more. */
    default void release() {}
}
