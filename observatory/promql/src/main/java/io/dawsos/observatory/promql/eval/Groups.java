package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Which rows an aggregation takes together, by {@code by} and {@code without}, in the rows' order. */
final class Groups {
    private static final int[] NO_ROWS = {};
    private static final int MANY = 64;

    private RowKey[] keys = new RowKey[16];
    private int[][] rows = new int[16][];
    private int[] sizes = new int[16];
    private int count;

    private Groups() {}

    static Groups of(Rows rows, Expr.Aggregate aggregate, Evaluation evaluation) {
        UnaryOperator<Labels> grouping = labels(aggregate, aggregate.labels(), evaluation);
        RowKey[] keys = new RowKey[rows.size()];
        evaluation.team().each(keys.length, (from, to, worker) -> {
            for (int row = from; row < to; row++) {
                RowKey key = rows.key(row);
                Labels labels = grouping.apply(key.labels());
                keys[row] = new RowKey(labels, key.unnamed() && labels.has(Labels.METRIC_NAME));
            }
        });
        Groups groups = new Groups();
        Map<Labels, Integer> numbers = new HashMap<>();
        for (int row = 0; row < keys.length; row++) {
            Integer number = numbers.get(keys[row].labels());
            if (number == null) {
                number = groups.added(keys[row]);
                numbers.put(keys[row].labels(), number);
            }
            groups.add(number, row);
        }
        return groups;
    }

    /** How an aggregation makes a group's labels of a series'. */
    static UnaryOperator<Labels> labels(Expr.Aggregate aggregate, List<String> names, Evaluation evaluation) {
        Set<String> named = Set.copyOf(names);
        if (aggregate.without()) {
            return labels -> labels.keep(name -> !named.contains(name) && !evaluation.isMetadata(name));
        }
        return named.isEmpty() ? labels -> Labels.EMPTY : labels -> labels.only(named);
    }

    private int added(RowKey key) {
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count * 2);
            rows = Arrays.copyOf(rows, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        keys[count] = key;
        rows[count] = NO_ROWS;
        return count++;
    }

    private void add(int group, int row) {
        if (sizes[group] == rows[group].length) {
            rows[group] = Arrays.copyOf(rows[group], Math.max(4, sizes[group] * 2));
        }
        rows[group][sizes[group]++] = row;
    }

    int count() {
        return count;
    }

    RowKey key(int group) {
        return keys[group];
    }

    int size(int group) {
        return sizes[group];
    }

    /** The i-th row of a group. */
    int row(int group, int i) {
        return rows[group][i];
    }

    /** Works out some steps of a group, independently of the others. */
    interface Body {
        void run(int group, int fromStep, int toStep);
    }

    /** Works out all steps of all groups on several threads, which share the groups or, when there are few, the steps. */
    void each(int steps, Evaluation evaluation, Body body) {
        boolean byGroup = count >= steps || count >= MANY;
        evaluation.team().each(byGroup ? count : steps, (from, to, worker) -> {
            for (int group = byGroup ? from : 0; group < (byGroup ? to : count); group++) {
                worker.limits().check();
                body.run(group, byGroup ? 0 : from, byGroup ? steps : to);
            }
        });
    }
}
