package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * {@code histogram_quantile}, {@code histogram_quantiles} and {@code histogram_fraction}: of each native histogram by
 * itself, and of the series of a classic histogram's buckets together.
 */
final class BucketNode extends VectorNode {
    private final Expr.Call call;
    private final VectorNode vector;
    private final Expr vectorExpr;
    private final List<ScalarNode> parameters;
    private final BucketFunction function;

    /** @param vectorExpr the vector's expression, whose place messages name */
    BucketNode(
            Expr.Call call, BucketFunction function, VectorNode vector, Expr vectorExpr, List<ScalarNode> parameters) {
        super(call, new Arguments(parameters).after(vector));
        this.call = call;
        this.function = function;
        this.vector = vector;
        this.vectorExpr = vectorExpr;
        this.parameters = List.copyOf(parameters);
    }

    @Override
    String title() {
        return call.function().name();
    }

    @Override
    Rows open(Evaluation evaluation) {
        List<double[]> values = parameters.stream()
                .map(parameter -> parameter.values(evaluation))
                .toList();
        function.check(values, parameters, evaluation);
        Table table = vector.table(evaluation);
        Map<RowKey, BucketGroup> groups = new LinkedHashMap<>();
        for (int row = 0; row < table.size(); row++) {
            group(table.key(row), table.column(row), groups, evaluation);
        }
        List<BucketGroup> all = List.copyOf(groups.values());
        List<List<BucketGroup.Result>> results = new ArrayList<>();
        all.forEach(group -> results.add(List.of()));
        evaluation.team().each(all.size(), (from, to, worker) -> {
            for (int i = from; i < to; i++) {
                worker.limits().check();
                results.set(i, all.get(i).evaluate(function, values));
            }
        });
        table.release();
        return collected(results, evaluation);
    }

    private void group(RowKey key, Column column, Map<RowKey, BucketGroup> groups, Evaluation evaluation) {
        String le = key.labels().get("le");
        OptionalDouble bound = GoText.number(le);
        RowKey name = key.withLabels(key.labels().keep(label -> !label.equals("le")));
        boolean floats = false;
        boolean histograms = false;
        for (int step = 0; step < column.steps(); step++) {
            boolean histogram = column.histogram(step) != null;
            histograms |= histogram;
            floats |= column.has(step) && !histogram;
        }
        if (floats && bound.isEmpty()) {
            evaluation.warn(
                    "bucket label \"le\" is missing or has a malformed value of " + GoString.quoted(le)
                            + ofMetric(key.labels()),
                    vectorExpr.at());
        }
        if (floats && bound.isPresent()) {
            groups.computeIfAbsent(name, k -> new BucketGroup(k, vectorExpr, evaluation))
                    .addClassic(bound.getAsDouble(), column);
        }
        if (histograms) {
            groups.computeIfAbsent(name, k -> new BucketGroup(k, vectorExpr, evaluation))
                    .addNative(key, column);
        }
    }

    static String ofMetric(Labels labels) {
        String metric = labels.metricName();
        return metric.isEmpty() ? "" : " for metric name " + GoString.quoted(metric);
    }

    private static Rows collected(List<List<BucketGroup.Result>> results, Evaluation evaluation) {
        List<RowKey> keys = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (List<BucketGroup.Result> ofGroup : results) {
            for (BucketGroup.Result result : ofGroup) {
                keys.add(evaluation.dropName(result.key()));
                columns.add(result.column());
            }
        }
        return Distinct.checked(Table.of(keys, columns), evaluation);
    }
}
