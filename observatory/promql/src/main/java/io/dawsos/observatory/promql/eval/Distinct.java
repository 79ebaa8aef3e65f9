package io.dawsos.observatory.promql.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes rows whose labels have become the same one row, as they must be after names were dropped or labels replaced. At
 * no step may two of them have a value.
 */
final class Distinct {
    private Distinct() {}

    /** Rows of which names may have been dropped. */
    static Rows rows(Rows rows, Evaluation evaluation) {
        return rows.size() < 2 || rows.distinctUnnamed() ? rows : checked(rows, evaluation);
    }

    /** Rows with any labels. */
    static Rows checked(Rows rows, Evaluation evaluation) {
        Map<RowKey, List<Integer>> byKey = LinkedHashMap.newLinkedHashMap(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            byKey.computeIfAbsent(rows.key(row), key -> new ArrayList<>(1)).add(row);
        }
        return byKey.size() == rows.size() ? rows : new Merged(rows, byKey);
    }

    /** Adds a column's cells to another's. */
    static void merge(Column from, Column into) {
        for (int step = 0; step < from.steps(); step++) {
            if (from.has(step)) {
                if (into.has(step)) {
                    throw Evaluation.failure("vector cannot contain metrics with the same labelset");
                }
                into.copy(step, from);
            }
        }
    }

    private static final class Merged implements Rows {
        private final Rows rows;
        private final List<RowKey> keys;
        private final List<List<Integer>> parts;

        Merged(Rows rows, Map<RowKey, List<Integer>> byKey) {
            this.rows = rows;
            this.keys = List.copyOf(byKey.keySet());
            this.parts = List.copyOf(byKey.values());
        }

        @Override
        public int size() {
            return keys.size();
        }

        @Override
        public RowKey key(int row) {
            return keys.get(row);
        }

        @Override
        public Column column(int row, Worker worker) {
            List<Integer> from = parts.get(row);
            if (from.size() == 1) {
                return rows.column(from.get(0), worker);
            }
            Column first = rows.column(from.get(0), worker);
            Column merged = new Column(first.steps());
            merge(first, merged);
            for (int part : from.subList(1, from.size())) {
                merge(rows.column(part, worker), merged);
            }
            return merged;
        }

        @Override
        public void release() {
            rows.release();
        }
    }
}
