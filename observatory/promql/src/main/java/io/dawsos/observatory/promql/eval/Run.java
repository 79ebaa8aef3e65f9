package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.Explanation;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.PromQlException.Reason;
import io.dawsos.observatory.promql.QueryResult;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.ValueType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One query's way from its expression to its result. */
final class Run {
    private final Planner planner;
    private final Evaluation evaluation;
    private final Steps steps;
    private @Nullable Node root;

    Run(Planner planner, Evaluation evaluation, Steps steps) {
        this.planner = planner;
        this.evaluation = evaluation;
        this.steps = steps;
    }

    QueryResult of(Expr expr) {
        return switch (expr.type()) {
            case INSTANT_VECTOR -> vector(planner.vector(expr, steps));
            case SCALAR -> scalar(planner.scalar(expr, steps));
            case RANGE_VECTOR -> ranges(range(expr));
            case STRING -> result(ValueType.STRING, List.of(), List.of(), List.of(), Planner.string(expr));
        };
    }

    private RangeNode range(Expr expr) {
        if (steps.count() > 1) {
            throw new PromQlException(
                    Reason.EXECUTION,
                    "query " + expr.at().position(evaluation.query())
                            + ": a range query wants an instant vector or a scalar, got a range vector; apply a"
                            + " function such as last_over_time() to it");
        }
        return planner.range(expr, steps);
    }

    private QueryResult vector(VectorNode node) {
        root = node;
        Table table = Table.of(Distinct.checked(named(node.table(evaluation)), evaluation), evaluation);
        List<QueryResult.VectorSeries> series = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            if (!table.column(row).isEmpty()) {
                series.add(new QueryResult.VectorSeries(table.key(row).labels(), table.column(row)));
            }
        }
        if (steps.count() > 1) {
            series.sort(Comparator.comparing(QueryResult.VectorSeries::labels));
        }
        return result(ValueType.INSTANT_VECTOR, series, List.of(), List.of(), "");
    }

    /** The rows under the names that they have in the result. */
    private Rows named(Table table) {
        List<RowKey> keys = new ArrayList<>(table.size());
        List<Column> columns = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            RowKey key = table.key(row);
            keys.add(RowKey.of(key.unnamed() ? evaluation.unnamed(key.labels()) : key.labels()));
            columns.add(table.column(row));
        }
        return Table.of(keys, columns);
    }

    private QueryResult scalar(ScalarNode node) {
        root = node;
        List<Double> values = Arrays.stream(node.values(evaluation)).boxed().toList();
        return result(ValueType.SCALAR, List.of(), List.of(), values, "");
    }

    private QueryResult ranges(RangeNode node) {
        root = node;
        RangeNode.Source source = node.source(evaluation);
        List<QueryResult.RangeSeries> series = new ArrayList<>();
        for (int row = 0; row < source.size(); row++) {
            Samples samples = new Samples(16);
            source.load(row, evaluation.team().first(), samples);
            Samples inside = inside(samples, node.windows());
            if (inside.size() > 0) {
                evaluation.limits().hold(inside.size());
                series.add(new QueryResult.RangeSeries(source.key(row).labels(), inside));
            }
        }
        return result(ValueType.RANGE_VECTOR, List.of(), series, List.of(), "");
    }

    private static Samples inside(Samples samples, Windows windows) {
        Samples inside = new Samples(samples.size());
        long end = windows.times().at(0);
        for (int i = 0; i < samples.size(); i++) {
            long time = samples.timestamp(i);
            if (time > end - windows.range() && time <= end) {
                NativeHistogram histogram = samples.histogram(i);
                if (histogram == null) {
                    inside.append(time, samples.value(i));
                } else {
                    inside.append(time, histogram);
                }
            }
        }
        return inside;
    }

    private QueryResult result(
            ValueType type,
            List<QueryResult.VectorSeries> vector,
            List<QueryResult.RangeSeries> ranges,
            List<Double> scalar,
            String string) {
        Limits limits = evaluation.limits();
        return new QueryResult(
                type,
                steps,
                vector,
                ranges,
                scalar,
                string,
                evaluation.annotations(),
                limits.samplesRead(),
                limits.peakSamples());
    }

    /** What the parts of the plan did; only after the result is there. */
    Explanation.Part plan(Expr expr) {
        return root == null
                ? new Explanation.Part("String", PromQl.text(expr), 0, 0, Duration.ZERO, List.of())
                : part(root);
    }

    private static Explanation.Part part(Node node) {
        return new Explanation.Part(
                node.title(),
                PromQl.text(node.expr()),
                node.stats.series(),
                node.stats.samples(),
                Duration.ofNanos(node.stats.nanos()),
                node.children().stream().map(Run::part).toList());
    }
}
