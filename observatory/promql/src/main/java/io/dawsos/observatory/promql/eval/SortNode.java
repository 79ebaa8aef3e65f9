package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@code sort} and its like: the order of an instant query's result. A range query's is by labels all the same. */
final class SortNode extends VectorNode {
    private final VectorNode inner;
    private final List<String> labels;
    private final boolean byLabel;
    private final boolean descending;
    private final int steps;

    private SortNode(
            Expr.Call call, VectorNode inner, List<String> labels, boolean byLabel, boolean descending, Steps steps) {
        super(call, List.of(inner));
        this.inner = inner;
        this.labels = labels;
        this.byLabel = byLabel;
        this.descending = descending;
        this.steps = steps.count();
    }

    static SortNode byValue(Expr.Call call, VectorNode inner, boolean descending, Steps steps) {
        return new SortNode(call, inner, List.of(), false, descending, steps);
    }

    static SortNode byLabel(Expr.Call call, VectorNode inner, List<String> labels, boolean descending, Steps steps) {
        return new SortNode(call, inner, labels, true, descending, steps);
    }

    @Override
    Rows open(Evaluation evaluation) {
        if (steps > 1) {
            evaluation.warn(
                    "sort is ineffective for range queries since results are always ordered by labels", expr().at());
            return inner.rows(evaluation);
        }
        Table table = inner.table(evaluation);
        List<Integer> order = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            // Values that are histograms have no order: they are left out.
            if (byLabel || table.column(row).histogram(0) == null) {
                order.add(row);
            }
        }
        order.sort(byLabel ? byLabel(table) : byValue(table));
        return Table.of(
                order.stream().map(table::key).toList(),
                order.stream().map(table::column).toList());
    }

    /** NaN is last either way. */
    private Comparator<Integer> byValue(Table table) {
        return (a, b) -> {
            double left = table.column(a).value(0);
            double right = table.column(b).value(0);
            if (Double.isNaN(left) || Double.isNaN(right)) {
                return Boolean.compare(Double.isNaN(left), Double.isNaN(right));
            }
            int order = left < right ? -1 : left > right ? 1 : 0;
            return descending ? -order : order;
        };
    }

    private Comparator<Integer> byLabel(Table table) {
        Comparator<Integer> comparator = Comparator.comparingInt(row -> 0);
        for (String label : labels) {
            comparator = comparator.thenComparing(row -> table.key(row).labels().get(label), NaturalOrder::compare);
        }
        comparator = comparator.thenComparing(row -> table.key(row).labels());
        return descending ? comparator.reversed() : comparator;
    }
}
