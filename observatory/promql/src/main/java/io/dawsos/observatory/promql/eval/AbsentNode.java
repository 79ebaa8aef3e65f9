package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** {@code absent(v)} and, over ranges, {@code absent_over_time(r)}: 1 at the steps where there is nothing. */
final class AbsentNode extends VectorNode {
    private final Labels labels;
    private final VectorNode inner;
    private final int steps;

    AbsentNode(Expr.Call call, VectorNode inner, Steps steps) {
        super(call, List.of(inner));
        this.labels = labels(call.arguments().get(0));
        this.inner = inner;
        this.steps = steps.count();
    }

    /** The labels that a selector asks for by equality, each once. */
    private static Labels labels(Expr selector) {
        List<Matcher> matchers =
                switch (selector) {
                    case Expr.VectorSelector s -> s.matchers();
                    case Expr.MatrixSelector s -> s.series().matchers();
                    case Expr.NumberLiteral s -> List.of();
                    case Expr.StringLiteral s -> List.of();
                    case Expr.Subquery s -> List.of();
                    case Expr.Call s -> List.of();
                    case Expr.Aggregate s -> List.of();
                    case Expr.Binary s -> List.of();
                    case Expr.Unary s -> List.of();
                    case Expr.Paren s -> List.of();
                };
        LabelsBuilder labels = new LabelsBuilder();
        Set<String> seen = new HashSet<>();
        for (Matcher matcher : matchers) {
            if (matcher.name().equals(Labels.METRIC_NAME)) {
                continue;
            }
            if (matcher.type() == Matcher.Type.EQUAL && seen.add(matcher.name())) {
                labels.set(matcher.name(), matcher.value());
            } else {
                labels.remove(matcher.name());
            }
        }
        return labels.build();
    }

    @Override
    Rows open(Evaluation evaluation) {
        Rows rows = inner.rows(evaluation);
        boolean[] present = new boolean[steps];
        evaluation.team().each(rows.size(), (from, to, worker) -> {
            for (int row = from; row < to; row++) {
                add(rows.column(row, worker).present(), present);
            }
        });
        rows.release();
        Column column = new Column(steps);
        for (int step = 0; step < steps; step++) {
            if (!present[step]) {
                column.set(step, 1);
            }
        }
        return Table.of(List.of(RowKey.of(labels)), List.of(column));
    }

    private static void add(boolean[] from, boolean[] into) {
        synchronized (into) {
            for (int step = 0; step < into.length; step++) {
                into[step] |= from[step];
            }
        }
    }
}
