package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** {@code quantile(φ, v)} over a group's floats, interpolated between neighbours; NaN counts as the smallest value. */
final class QuantileNode extends VectorNode {
    private final Expr.Aggregate aggregate;
    private final ScalarNode parameter;
    private final VectorNode inner;

    QuantileNode(Expr.Aggregate aggregate, ScalarNode parameter, VectorNode inner) {
        super(aggregate, List.of(parameter, inner));
        this.aggregate = aggregate;
        this.parameter = parameter;
        this.inner = inner;
    }

    @Override
    Rows open(Evaluation evaluation) {
        double[] quantiles = parameter.values(evaluation);
        warn(quantiles, evaluation);
        Table table = inner.table(evaluation);
        for (int row = 0; row < table.size(); row++) {
            Floats.noteHistograms(table.column(row), aggregate, evaluation);
        }
        Groups groups = Groups.of(table, aggregate, evaluation);
        Column[] columns = new Column[groups.count()];
        Arrays.setAll(columns, group -> new Column(quantiles.length));
        groups.each(
                quantiles.length,
                evaluation,
                (group, from, to) -> fill(table, groups, group, quantiles, from, to, columns[group]));
        table.release();
        List<RowKey> keys = new ArrayList<>();
        for (int group = 0; group < columns.length; group++) {
            keys.add(groups.key(group));
        }
        return Table.of(keys, List.of(columns));
    }

    private void warn(double[] quantiles, Evaluation evaluation) {
        for (double quantile : Extremes.of(quantiles).outside(0, 1)) {
            evaluation.warn(
                    "quantile value should be between 0 and 1, got " + GoText.general(quantile),
                    parameter.expr().at());
        }
    }

    private static void fill(
            Table table, Groups groups, int group, double[] quantiles, int from, int to, Column column) {
        double[] values = new double[groups.size(group)];
        for (int step = from; step < to; step++) {
            int size = 0;
            for (int i = 0; i < values.length; i++) {
                Column row = table.column(groups.row(group, i));
                if (row.has(step) && row.histogram(step) == null) {
                    values[size++] = row.value(step);
                }
            }
            if (size > 0) {
                column.set(step, quantile(values, size, quantiles[step]));
            }
        }
    }

    private static double quantile(double[] values, int size, double quantile) {
        if (Double.isNaN(quantile)) {
            return Double.NaN;
        }
        if (quantile < 0 || quantile > 1) {
            return quantile < 0 ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        Arrays.sort(values, 0, size);
        int nans = size;
        while (nans > 0 && Double.isNaN(values[nans - 1])) {
            nans--;
        }
        double rank = quantile * (size - 1);
        int lower = (int) Math.floor(rank);
        int upper = Math.min(size - 1, lower + 1);
        double weight = rank - Math.floor(rank);
        return ranked(values, size, nans, lower) * (1 - weight) + ranked(values, size, nans, upper) * weight;
    }

    /** The value of a rank, where Java sorts NaN last and PromQL first. */
    private static double ranked(double[] values, int size, int numbers, int rank) {
        int shift = size - numbers;
        return rank < shift ? Double.NaN : values[rank - shift];
    }
}
