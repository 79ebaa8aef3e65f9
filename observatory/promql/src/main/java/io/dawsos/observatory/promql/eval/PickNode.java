package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.AggregateOp;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.List;

/** {@code topk}, {@code bottomk}, {@code limitk}, {@code limit_ratio}: keeps some of a group's values at each step. */
final class PickNode extends VectorNode {
    private final Expr.Aggregate aggregate;
    private final ScalarNode parameter;
    private final VectorNode inner;

    PickNode(Expr.Aggregate aggregate, ScalarNode parameter, VectorNode inner) {
        super(aggregate, List.of(parameter, inner));
        this.aggregate = aggregate;
        this.parameter = parameter;
        this.inner = inner;
    }

    @Override
    String title() {
        return aggregate.op().text();
    }

    @Override
    Rows open(Evaluation evaluation) {
        double[] parameters = parameter.values(evaluation);
        Picker picker = picker(parameters, evaluation);
        Table table = inner.table(evaluation);
        Groups groups = Groups.of(table, aggregate, evaluation);
        for (int row = 0; row < table.size() && picker.floatsOnly(); row++) {
            Floats.noteHistograms(table.column(row), aggregate, evaluation);
        }
        Column[] kept = new Column[table.size()];
        for (int row = 0; row < kept.length; row++) {
            kept[row] = Column.like(table.column(row));
        }
        groups.each(
                parameters.length, evaluation, (group, from, to) -> pick(table, groups, group, picker, kept, from, to));
        table.release();
        return parameters.length == 1 ? ordered(table, groups, picker, kept) : Table.of(keys(table), List.of(kept));
    }

    private static void pick(Table table, Groups groups, int group, Picker picker, Column[] kept, int from, int to) {
        int[] chosen = new int[groups.size(group)];
        for (int step = from; step < to; step++) {
            int count = picker.pick(table, groups, group, step, chosen);
            for (int i = 0; i < count; i++) {
                kept[chosen[i]].copy(step, table.column(chosen[i]));
            }
        }
    }

    /** At a single step the result is in the order of the picks, group by group. */
    private static Rows ordered(Table table, Groups groups, Picker picker, Column[] kept) {
        List<RowKey> keys = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (int group = 0; group < groups.count(); group++) {
            int[] chosen = new int[groups.size(group)];
            int count = picker.pick(table, groups, group, 0, chosen);
            for (int i = 0; i < count; i++) {
                keys.add(table.key(chosen[i]));
                columns.add(kept[chosen[i]]);
            }
        }
        return Table.of(keys, columns);
    }

    private static List<RowKey> keys(Table table) {
        List<RowKey> keys = new ArrayList<>(table.size());
        for (int row = 0; row < table.size(); row++) {
            keys.add(table.key(row));
        }
        return keys;
    }

    private Picker picker(double[] parameters, Evaluation evaluation) {
        if (aggregate.op() == AggregateOp.LIMIT_RATIO) {
            return new RatioPicker(ratios(parameters, evaluation));
        }
        long[] counts = counts(parameters);
        return aggregate.op() == AggregateOp.LIMITK
                ? new FirstPicker(counts)
                : new ExtremePicker(counts, aggregate.op() == AggregateOp.TOPK);
    }

    private static long[] counts(double[] parameters) {
        long[] counts = new long[parameters.length];
        for (int step = 0; step < counts.length; step++) {
            double value = parameters[step];
            if (Double.isNaN(value)) {
                throw Evaluation.failure("Parameter value is NaN");
            }
            if (value >= 0x1p63 || value <= -0x1p63) {
                throw Evaluation.failure("Scalar value " + GoText.general(value)
                        + (value > 0 ? " overflows" : " underflows") + " int64");
            }
            counts[step] = (long) value;
        }
        return counts;
    }

    private double[] ratios(double[] parameters, Evaluation evaluation) {
        double[] ratios = new double[parameters.length];
        for (int step = 0; step < ratios.length; step++) {
            double value = parameters[step];
            if (Double.isNaN(value)) {
                throw Evaluation.failure("Ratio value is NaN");
            }
            ratios[step] = Math.clamp(value, -1, 1);
        }
        for (double value : Extremes.of(parameters).outside(-1, 1)) {
            evaluation.warn(
                    "ratio value should be between -1 and 1, got " + GoText.general(value) + ", capping to "
                            + (value < 0 ? -1 : 1),
                    parameter.expr().at());
        }
        return ratios;
    }

    /** Picks rows of a group at a step. Safe for use by many threads. */
    interface Picker {
        /** Writes the rows, in the order of the result, and returns how many. */
        int pick(Table table, Groups groups, int group, int step, int[] chosen);

        default boolean floatsOnly() {
            return false;
        }
    }

    /** The first so many. */
    private static final class FirstPicker implements Picker {
        private final long[] counts;

        FirstPicker(long[] counts) {
            this.counts = counts;
        }

        @Override
        public int pick(Table table, Groups groups, int group, int step, int[] chosen) {
            int count = 0;
            for (int i = 0; i < groups.size(group) && count < counts[step]; i++) {
                int row = groups.row(group, i);
                if (table.column(row).has(step)) {
                    chosen[count++] = row;
                }
            }
            return count;
        }
    }

    /** Those whose labels' hash falls into the ratio; a negative one picks the others. */
    private static final class RatioPicker implements Picker {
        private final double[] ratios;

        RatioPicker(double[] ratios) {
            this.ratios = ratios;
        }

        @Override
        public int pick(Table table, Groups groups, int group, int step, int[] chosen) {
            int count = 0;
            for (int i = 0; i < groups.size(group); i++) {
                int row = groups.row(group, i);
                if (table.column(row).has(step)
                        && in(LabelsHash.fraction(table.key(row).labels()), ratios[step])) {
                    chosen[count++] = row;
                }
            }
            return count;
        }

        private static boolean in(double fraction, double ratio) {
            return ratio >= 0 ? fraction < ratio : fraction >= 1 + ratio;
        }
    }
}
