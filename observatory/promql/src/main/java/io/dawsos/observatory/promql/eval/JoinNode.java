package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.VectorMatching;
import io.dawsos.observatory.promql.ast.VectorMatching.Cardinality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An arithmetic or comparing operator between two vectors: joins the series of equal signature, group by group. */
final class JoinNode extends VectorNode {
    private final Expr.Binary expr;
    private final VectorMatching matching;
    private final VectorNode left;
    private final VectorNode right;

    JoinNode(Expr.Binary expr, VectorMatching matching, VectorNode left, VectorNode right) {
        super(expr, List.of(left, right));
        this.expr = expr;
        this.matching = matching;
        this.left = left;
        this.right = right;
    }

    @Override
    Rows open(Evaluation evaluation) {
        boolean swapped = matching.cardinality() == Cardinality.ONE_TO_MANY;
        Table leftTable = left.table(evaluation);
        Table rightTable = right.table(evaluation);
        Join join = new Join(
                expr, matching, swapped ? rightTable : leftTable, swapped ? leftTable : rightTable, evaluation);
        List<JoinGroup> groups = groups(join, evaluation);
        join(groups, evaluation);
        leftTable.release();
        rightTable.release();
        return collected(groups, evaluation);
    }

    private List<JoinGroup> groups(Join join, Evaluation evaluation) {
        Signatures signatures = new Signatures(matching, evaluation);
        Map<Labels, JoinGroup> groups = new LinkedHashMap<>();
        for (int row = 0; row < join.one().size(); row++) {
            Labels signature = signatures.of(join.one().key(row).labels());
            groups.computeIfAbsent(signature, s -> new JoinGroup(join, s)).addOne(row);
        }
        for (int row = 0; row < join.many().size(); row++) {
            Labels signature = signatures.of(join.many().key(row).labels());
            JoinGroup group = join.fillOne() == null
                    ? groups.get(signature)
                    : groups.computeIfAbsent(signature, s -> new JoinGroup(join, s));
            if (group != null) {
                group.addMany(row);
            }
        }
        return new ArrayList<>(groups.values());
    }

    private static void join(List<JoinGroup> groups, Evaluation evaluation) {
        evaluation.team().each(groups.size(), (from, to, worker) -> {
            for (int group = from; group < to; group++) {
                worker.limits().check();
                worker.limits().hold(groups.get(group).run());
            }
        });
    }

    private static Rows collected(List<JoinGroup> groups, Evaluation evaluation) {
        List<RowKey> keys = new ArrayList<>();
        List<Column> columns = new ArrayList<>();
        for (JoinGroup group : groups) {
            group.results().forEach((key, column) -> {
                keys.add(key);
                columns.add(column);
            });
        }
        long held = groups.stream().mapToLong(JoinGroup::cells).sum();
        return Distinct.checked(Table.holding(keys, columns, held, evaluation), evaluation);
    }
}
