package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** {@code label_replace} and {@code label_join}: other labels, the same values. */
final class LabelNode extends VectorNode {
    private final VectorNode inner;
    private final String label;
    private final UnaryOperator<Labels> change;

    private LabelNode(Expr.Call call, VectorNode inner, String label, UnaryOperator<Labels> change) {
        super(call, List.of(inner));
        this.inner = inner;
        this.label = label;
        this.change = change;
    }

    static LabelNode replace(
            Expr.Call call, VectorNode inner, String label, String replacement, String source, String regex) {
        LabelReplacement replaced = LabelReplacement.of(label, replacement, source, regex);
        return new LabelNode(call, inner, label, replaced::apply);
    }

    static LabelNode join(Expr.Call call, VectorNode inner, String label, String separator, List<String> sources) {
        LabelReplacement.checkName(label, "label_join");
        return new LabelNode(call, inner, label, labels -> {
            List<String> values = new ArrayList<>(sources.size());
            sources.forEach(source -> values.add(labels.get(source)));
            return labels.with(label, String.join(separator, values));
        });
    }

    @Override
    Rows open(Evaluation evaluation) {
        Rows rows = inner.rows(evaluation);
        List<RowKey> keys = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            keys.add(changed(rows.key(row)));
        }
        return Distinct.checked(new Renamed(rows, keys), evaluation);
    }

    /** A name that was set here is one the query wants to keep. */
    private RowKey changed(RowKey key) {
        Labels labels = change.apply(key.labels());
        boolean named = label.equals(Labels.METRIC_NAME) && !labels.equals(key.labels());
        return new RowKey(labels, key.unnamed() && !named);
    }

    private record Renamed(Rows rows, List<RowKey> keys) implements Rows {
        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public RowKey key(int row) {
            return keys.get(row);
        }

        @Override
        public Column column(int row, Worker worker) {
            return rows.column(row, worker);
        }

        @Override
        public void release() {
            rows.release();
        }
    }
}
