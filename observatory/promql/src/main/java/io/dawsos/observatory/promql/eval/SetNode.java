package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.VectorMatching;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code and}, {@code unless}, {@code or}: what is kept of one side depends on where the other has any series. */
final class SetNode extends VectorNode {
    private final Expr.Binary expr;
    private final VectorMatching matching;
    private final VectorNode left;
    private final VectorNode right;

    SetNode(Expr.Binary expr, VectorMatching matching, VectorNode left, VectorNode right) {
        super(expr, List.of(left, right));
        this.expr = expr;
        this.matching = matching;
        this.left = left;
        this.right = right;
    }

    @Override
    String title() {
        return expr.op().text();
    }

    @Override
    Rows open(Evaluation evaluation) {
        Signatures signatures = new Signatures(matching, evaluation);
        if (expr.op() == BinaryOp.OR) {
            return or(signatures, evaluation);
        }
        Rows kept = left.rows(evaluation);
        Rows deciding = right.rows(evaluation);
        Map<Labels, boolean[]> presence = presence(deciding, signatures, evaluation);
        deciding.release();
        return new Masked(kept, signatures, presence, expr.op() == BinaryOp.AND);
    }

    private Rows or(Signatures signatures, Evaluation evaluation) {
        Table first = left.table(evaluation);
        Map<Labels, boolean[]> presence = presence(first, signatures, evaluation);
        Table second = Table.of(new Masked(right.rows(evaluation), signatures, presence, false), evaluation);
        return Distinct.checked(new Both(first, second), evaluation);
    }

    /** At which steps there is any row of a signature. */
    private static Map<Labels, boolean[]> presence(Rows rows, Signatures signatures, Evaluation evaluation) {
        Map<Labels, Presence> presence = new HashMap<>();
        List<Presence> ofRow = new ArrayList<>(rows.size());
        for (int row = 0; row < rows.size(); row++) {
            ofRow.add(presence.computeIfAbsent(signatures.of(rows.key(row).labels()), signature -> new Presence()));
        }
        evaluation.team().each(rows.size(), (from, to, worker) -> {
            for (int row = from; row < to; row++) {
                ofRow.get(row).add(rows.column(row, worker).present());
            }
        });
        Map<Labels, boolean[]> steps = new HashMap<>();
        presence.forEach((signature, p) -> steps.put(signature, p.steps()));
        return steps;
    }

    private static final class Presence {
        private boolean @Nullable [] any;

        synchronized void add(boolean[] present) {
            if (any == null) {
                any = present.clone();
                return;
            }
            for (int step = 0; step < present.length; step++) {
                any[step] |= present[step];
            }
        }

        synchronized boolean[] steps() {
            return any == null ? new boolean[0] : any;
        }
    }

    /** Rows with only those cells at whose steps the other side has, or has not, a row of the signature. */
    private record Masked(Rows rows, Signatures signatures, Map<Labels, boolean[]> presence, boolean wanted)
            implements Rows {
        @Override
        public int size() {
            return rows.size();
        }

        @Override
        public RowKey key(int row) {
            return rows.key(row);
        }

        @Override
        public Column column(int row, Worker worker) {
            boolean[] present = presence.get(signatures.of(rows.key(row).labels()));
            if (present == null) {
                Column all = rows.column(row, worker);
                return wanted ? new Column(all.steps()) : all;
            }
            Column all = rows.column(row, worker);
            Column kept = new Column(all.steps());
            for (int step = 0; step < all.steps(); step++) {
                if (all.has(step) && present[step] == wanted) {
                    kept.copy(step, all);
                }
            }
            return kept;
        }

        @Override
        public boolean distinctUnnamed() {
            return rows.distinctUnnamed();
        }

        @Override
        public void release() {
            rows.release();
        }
    }

    private record Both(Table first, Table second) implements Rows {
        @Override
        public int size() {
            return first.size() + second.size();
        }

        @Override
        public RowKey key(int row) {
            return row < first.size() ? first.key(row) : second.key(row - first.size());
        }

        @Override
        public Column column(int row, Worker worker) {
            return row < first.size() ? first.column(row) : second.column(row - first.size());
        }

        @Override
        public void release() {
            first.release();
            second.release();
        }
    }
}
