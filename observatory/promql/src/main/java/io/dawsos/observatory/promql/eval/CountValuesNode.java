package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** {@code count_values("label", v)}: how many series of a group have each value. */
final class CountValuesNode extends VectorNode {
    private final Expr.Aggregate aggregate;
    private final String label;
    private final VectorNode inner;
    private final int steps;

    CountValuesNode(Expr.Aggregate aggregate, String label, VectorNode inner, Steps steps) {
        super(aggregate, List.of(inner));
        this.aggregate = aggregate;
        this.label = label;
        this.inner = inner;
        this.steps = steps.count();
    }

    @Override
    Rows open(Evaluation evaluation) {
        if (label.isEmpty() || !GoString.isUnicode(label)) {
            throw Evaluation.failure("invalid label name " + GoString.quoted(label));
        }
        List<String> names = new ArrayList<>(aggregate.labels());
        if (!aggregate.without()) {
            names.add(label);
        }
        UnaryOperator<Labels> grouping = Groups.labels(aggregate, names, evaluation);
        Table table = inner.table(evaluation);
        Map<RowKey, Column> counts = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            evaluation.limits().check();
            count(table.key(row), table.column(row), grouping, counts);
        }
        table.release();
        return Table.of(List.copyOf(counts.keySet()), List.copyOf(counts.values()));
    }

    private void count(RowKey key, Column column, UnaryOperator<Labels> grouping, Map<RowKey, Column> counts) {
        double before = 0;
        Column target = null;
        for (int step = 0; step < steps; step++) {
            if (!column.has(step)) {
                continue;
            }
            double value = column.value(step);
            // A value stays the same for long often, and its text is dear.
            boolean same = value == before && column.histogram(step) == null;
            if (target == null || !same || value == 0) {
                Labels labels = grouping.apply(key.labels().with(label, text(column, step)));
                boolean unnamed = key.unnamed() && labels.has(Labels.METRIC_NAME);
                target = counts.computeIfAbsent(new RowKey(labels, unnamed), k -> new Column(steps));
            }
            before = value;
            target.set(step, (target.has(step) ? target.value(step) : 0) + 1);
        }
    }

    private static String text(Column column, int step) {
        var histogram = column.histogram(step);
        return histogram == null ? GoText.plain(column.value(step)) : HistogramCells.text(histogram);
    }
}
