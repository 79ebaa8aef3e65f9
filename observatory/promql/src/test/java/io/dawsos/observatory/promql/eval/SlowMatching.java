package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.VectorMatching;
import io.dawsos.observatory.promql.ast.VectorMatching.Cardinality;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Operators between two vectors at one step. */
final class SlowMatching {
    private SlowMatching() {}

    static Map<Labels, Double> of(Expr.Binary b, Map<Labels, Double> left, Map<Labels, Double> right) {
        VectorMatching matching = Objects.requireNonNull(b.matching());
        if (b.op().isSet()) {
            return set(b.op(), matching, left, right);
        }
        if (left.isEmpty() || right.isEmpty()) {
            return Map.of();
        }
        boolean swapped = matching.cardinality() == Cardinality.ONE_TO_MANY;
        return join(b, matching, swapped ? right : left, swapped ? left : right, swapped);
    }

    static Labels signature(VectorMatching matching, Labels labels) {
        return matching.on()
                ? labels.only(matching.labels())
                : labels.without(matching.labels()).withoutMetricName();
    }

    private static Map<Labels, Double> set(
            BinaryOp op, VectorMatching matching, Map<Labels, Double> left, Map<Labels, Double> right) {
        Map<Labels, Double> result = new LinkedHashMap<>();
        if (op == BinaryOp.OR) {
            result.putAll(left);
            right.forEach((labels, value) -> {
                if (!any(matching, left, labels)) {
                    result.put(labels, value);
                }
            });
            return result;
        }
        left.forEach((labels, value) -> {
            if (any(matching, right, labels) == (op == BinaryOp.AND)) {
                result.put(labels, value);
            }
        });
        return result;
    }

    private static boolean any(VectorMatching matching, Map<Labels, Double> vector, Labels labels) {
        return vector.keySet().stream()
                .anyMatch(other -> signature(matching, other).equals(signature(matching, labels)));
    }

    private static Map<Labels, Double> join(
            Expr.Binary b,
            VectorMatching matching,
            Map<Labels, Double> many,
            Map<Labels, Double> one,
            boolean swapped) {
        Map<Labels, Labels> ones = new LinkedHashMap<>();
        one.keySet().forEach(labels -> {
            if (ones.put(signature(matching, labels), labels) != null) {
                throw new SlowEvaluator.Failure("two of one side");
            }
        });
        Map<Labels, Double> result = new LinkedHashMap<>();
        List<Labels> taken = new ArrayList<>();
        many.forEach((labels, value) -> {
            Labels signature = signature(matching, labels);
            Labels partner = ones.get(signature);
            if (partner == null) {
                return;
            }
            double other = Objects.requireNonNull(one.get(partner));
            Double cell =
                    swapped ? SlowEvaluator.cell(b, other, value, false) : SlowEvaluator.cell(b, value, other, false);
            if (cell == null) {
                return;
            }
            if (matching.cardinality() == Cardinality.ONE_TO_ONE && taken.contains(signature)) {
                throw new SlowEvaluator.Failure("many to one");
            }
            taken.add(signature);
            SlowEvaluator.put(result, labels(b, matching, labels, partner), cell);
        });
        return result;
    }

    private static Labels labels(Expr.Binary b, VectorMatching matching, Labels many, Labels one) {
        LabelsBuilder labels = many.toBuilder();
        if (!b.op().isComparison() || b.bool()) {
            labels.remove(Labels.METRIC_NAME);
        }
        Labels kept = labels.build();
        if (matching.cardinality() == Cardinality.ONE_TO_ONE) {
            kept = matching.on() ? kept.only(matching.labels()) : kept.without(matching.labels());
        }
        LabelsBuilder included = kept.toBuilder();
        matching.include().forEach(name -> included.set(name, one.get(name)));
        return included.build();
    }
}
