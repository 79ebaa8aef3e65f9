package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * {@code sum}, {@code avg}, {@code min} and their like: each row goes into its group's accumulator and is forgotten.
 * A large group is cut into parts of a fixed size, which several threads gather and which are put together in their
 * order: the result does not depend on the number of threads.
 */
final class ReduceNode extends VectorNode {
    private static final int PART = 256;

    private final Expr.Aggregate aggregate;
    private final VectorNode inner;
    private final int steps;

    ReduceNode(Expr.Aggregate aggregate, VectorNode inner, Steps steps) {
        super(aggregate, List.of(inner));
        this.aggregate = aggregate;
        this.inner = inner;
        this.steps = steps.count();
    }

    @Override
    String title() {
        return aggregate.op().text();
    }

    /** Some of the rows of a group. */
    private record Part(int group, int from, int to) {}

    @Override
    Rows open(Evaluation evaluation) {
        Rows rows = inner.rows(evaluation);
        Groups groups = Groups.of(rows, aggregate, evaluation);
        List<Part> parts = parts(groups);
        Accumulator[] gathered = new Accumulator[parts.size()];
        evaluation.team().each(gathered.length, (from, to, worker) -> {
            for (int part = from; part < to; part++) {
                worker.limits().check();
                gathered[part] = gather(parts.get(part), groups, rows, worker, evaluation);
            }
        });
        rows.release();
        return results(groups, parts, gathered, evaluation);
    }

    private static List<Part> parts(Groups groups) {
        List<Part> parts = new ArrayList<>();
        for (int group = 0; group < groups.count(); group++) {
            for (int from = 0; from < groups.size(group); from += PART) {
                parts.add(new Part(group, from, Math.min(groups.size(group), from + PART)));
            }
        }
        return parts;
    }

    private Accumulator gather(Part part, Groups groups, Rows rows, Worker worker, Evaluation evaluation) {
        worker.limits().hold(steps);
        Accumulator accumulator = accumulator(evaluation);
        for (int i = part.from(); i < part.to(); i++) {
            accumulator.add(rows.column(groups.row(part.group(), i), worker));
        }
        return accumulator;
    }

    private Rows results(Groups groups, List<Part> parts, Accumulator[] gathered, Evaluation evaluation) {
        Accumulator[] whole = new Accumulator[groups.count()];
        for (int i = 0; i < gathered.length; i++) {
            int group = parts.get(i).group();
            if (whole[group] == null) {
                whole[group] = gathered[i];
            } else {
                whole[group].merge(gathered[i]);
                evaluation.limits().release(steps);
            }
        }
        List<RowKey> keys = new ArrayList<>(whole.length);
        for (int group = 0; group < whole.length; group++) {
            keys.add(groups.key(group));
        }
        List<Column> columns = Arrays.stream(whole).map(Accumulator::result).toList();
        return Table.holding(keys, columns, (long) whole.length * steps, evaluation);
    }

    private Accumulator accumulator(Evaluation evaluation) {
        return switch (aggregate.op()) {
            case SUM -> new SumAccumulator(aggregate, steps, evaluation);
            case AVG -> new AverageAccumulator(aggregate, steps, evaluation);
            case COUNT -> new CountAccumulator(steps, false);
            case GROUP -> new CountAccumulator(steps, true);
            case MIN -> new ExtremeAccumulator(aggregate, steps, false, evaluation);
            case MAX -> new ExtremeAccumulator(aggregate, steps, true, evaluation);
            case STDDEV -> new DeviationAccumulator(aggregate, steps, true, evaluation);
            case STDVAR -> new DeviationAccumulator(aggregate, steps, false, evaluation);
            case TOPK, BOTTOMK, COUNT_VALUES, QUANTILE, LIMITK, LIMIT_RATIO ->
                throw new IllegalStateException(aggregate.op().text() + " is no reduction");
        };
    }
}
