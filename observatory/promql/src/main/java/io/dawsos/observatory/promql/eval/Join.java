package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.VectorMatching;
import io.dawsos.observatory.promql.ast.VectorMatching.Cardinality;
import org.jspecify.annotations.Nullable;

/** Two vectors that are joined: the side of which a group has one series, and the side of which it may have many. */
final class Join {
    private final VectorMatching matching;
    private final Table many;
    private final Table one;
    private final Evaluation evaluation;
    private final CellOperator operator;
    private final boolean arithmetic;
    private final boolean bool;
    private final boolean swapped;

    /** @param many the left side, unless that is the one of {@code group_right} */
    Join(Expr.Binary expr, VectorMatching matching, Table many, Table one, Evaluation evaluation) {
        this.matching = matching;
        this.many = many;
        this.one = one;
        this.evaluation = evaluation;
        this.operator = new CellOperator(expr, evaluation);
        this.arithmetic = !expr.op().isComparison();
        this.bool = expr.bool();
        this.swapped = matching.cardinality() == Cardinality.ONE_TO_MANY;
    }

    Table many() {
        return many;
    }

    Table one() {
        return one;
    }

    int steps() {
        return one.size() > 0
                ? one.column(0).steps()
                : many.size() > 0 ? many.column(0).steps() : 0;
    }

    boolean oneToOne() {
        return matching.cardinality() == Cardinality.ONE_TO_ONE;
    }

    /** What stands for a series of the one side that a group has not; null is nothing. */
    @Nullable
    Double fillOne() {
        return swapped ? matching.fillLeft() : matching.fillRight();
    }

    @Nullable
    Double fillMany() {
        return swapped ? matching.fillRight() : matching.fillLeft();
    }

    String oneSide() {
        return swapped ? "left" : "right";
    }

    void apply(
            double manyValue,
            @Nullable NativeHistogram manyHistogram,
            double oneValue,
            @Nullable NativeHistogram oneHistogram,
            Column result,
            int step) {
        if (swapped) {
            operator.apply(oneValue, oneHistogram, manyValue, manyHistogram, false, result, step);
        } else {
            operator.apply(manyValue, manyHistogram, oneValue, oneHistogram, false, result, step);
        }
    }

    /** The labels of a result. */
    RowKey result(RowKey manyKey, Labels oneLabels) {
        Labels labels = arithmetic ? evaluation.unnamed(manyKey.labels()) : manyKey.labels();
        if (oneToOne()) {
            labels = matching.on() ? labels.only(matching.labels()) : labels.without(matching.labels());
        }
        if (!matching.include().isEmpty()) {
            LabelsBuilder builder = labels.toBuilder();
            matching.include().forEach(name -> builder.set(name, oneLabels.get(name)));
            labels = builder.build();
        }
        if (!bool) {
            return new RowKey(labels, !arithmetic && manyKey.unnamed());
        }
        return evaluation.has(Feature.DELAYED_NAME_REMOVAL)
                ? new RowKey(labels, true)
                : RowKey.of(evaluation.unnamed(labels));
    }
}
