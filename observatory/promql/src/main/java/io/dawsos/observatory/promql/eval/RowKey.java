package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;

/**
 * What names a row of an intermediate result.
 *
 * @param unnamed whether the metric's name, still among the labels, goes away at the end of the query (delayed name
 *     removal)
 */
record RowKey(Labels labels, boolean unnamed) {
    static final RowKey EMPTY = new RowKey(Labels.EMPTY, false);

    static RowKey of(Labels labels) {
        return new RowKey(labels, false);
    }

    RowKey withLabels(Labels other) {
        return new RowKey(other, unnamed);
    }
}
