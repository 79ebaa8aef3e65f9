package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.ast.VectorMatching;
import java.util.ArrayList;
import java.util.List;

/** Which labels the result of an expression may have, whatever the data; the metric's name is left out of account. */
final class ResultLabels {
    private ResultLabels() {}

    static PossibleLabels of(Expr expr) {
        return switch (expr) {
            case Expr.NumberLiteral number -> PossibleLabels.NONE;
            case Expr.StringLiteral string -> PossibleLabels.NONE;
            case Expr.VectorSelector selector -> selected(selector);
            case Expr.MatrixSelector matrix -> selected(matrix.series());
            case Expr.Subquery subquery -> of(subquery.inner());
            case Expr.Call call -> called(call);
            case Expr.Aggregate aggregate -> aggregated(aggregate);
            case Expr.Binary binary -> combined(binary);
            case Expr.Unary unary -> of(unary.inner());
            case Expr.Paren paren -> of(paren.inner());
        };
    }

    private static PossibleLabels selected(Expr.VectorSelector selector) {
        return PossibleLabels.ALL.without(selector.matchers().stream()
                .filter(matcher ->
                        matcher.type() == Matcher.Type.EQUAL && matcher.value().isEmpty())
                .map(Matcher::name)
                .toList());
    }

    private static PossibleLabels called(Expr.Call call) {
        return switch (call.function().name()) {
            case "absent", "absent_over_time" -> ofAbsence(call.arguments().getFirst());
            case "label_replace", "label_join" -> input(call).with(written(call));
            case "histogram_quantile", "histogram_fraction" -> input(call).without(List.of("le"));
            case "info" -> PossibleLabels.ALL;
            default -> call.type() == ValueType.SCALAR ? PossibleLabels.NONE : input(call);
        };
    }

    /** What the vector among the arguments may have. */
    private static PossibleLabels input(Expr.Call call) {
        return call.arguments().stream()
                .filter(argument ->
                        argument.type() == ValueType.INSTANT_VECTOR || argument.type() == ValueType.RANGE_VECTOR)
                .findFirst()
                .map(ResultLabels::of)
                .orElse(PossibleLabels.NONE);
    }

    private static List<String> written(Expr.Call call) {
        return call.arguments().get(1) instanceof Expr.StringLiteral name ? List.of(name.value()) : List.of();
    }

    /** An absent series has the labels that its selector asks for by value. */
    private static PossibleLabels ofAbsence(Expr argument) {
        return switch (argument) {
            case Expr.VectorSelector selector -> asked(selector);
            case Expr.MatrixSelector matrix -> asked(matrix.series());
            case Expr.Paren paren -> ofAbsence(paren.inner());
            default -> PossibleLabels.NONE;
        };
    }

    private static PossibleLabels asked(Expr.VectorSelector selector) {
        return PossibleLabels.only(selector.matchers().stream()
                .filter(matcher -> matcher.type() == Matcher.Type.EQUAL)
                .map(Matcher::name)
                .filter(name -> !name.equals(Labels.METRIC_NAME))
                .toList());
    }

    private static PossibleLabels aggregated(Expr.Aggregate aggregate) {
        PossibleLabels inner = of(aggregate.inner());
        return switch (aggregate.op()) {
            case TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> inner;
            case COUNT_VALUES -> grouped(aggregate, inner).with(valueLabel(aggregate));
            case SUM, AVG, COUNT, MIN, MAX, GROUP, STDDEV, STDVAR, QUANTILE -> grouped(aggregate, inner);
        };
    }

    private static PossibleLabels grouped(Expr.Aggregate aggregate, PossibleLabels inner) {
        return aggregate.without() ? inner.without(aggregate.labels()) : inner.onlyOf(aggregate.labels());
    }

    private static List<String> valueLabel(Expr.Aggregate aggregate) {
        return aggregate.parameter() instanceof Expr.StringLiteral name ? List.of(name.value()) : List.of();
    }

    private static PossibleLabels combined(Expr.Binary binary) {
        PossibleLabels left = of(binary.left());
        PossibleLabels right = of(binary.right());
        VectorMatching matching = binary.matching();
        if (matching == null) {
            return binary.left().type() == ValueType.SCALAR ? right : left;
        }
        return switch (binary.op()) {
            case OR -> left.or(right);
            case AND, UNLESS -> left;
            default -> matched(matching, left, right);
        };
    }

    private static PossibleLabels matched(VectorMatching matching, PossibleLabels left, PossibleLabels right) {
        return switch (matching.cardinality()) {
            case MANY_TO_ONE -> included(matching, left, right);
            case ONE_TO_MANY -> included(matching, right, left);
            case ONE_TO_ONE, MANY_TO_MANY ->
                matching.on() ? left.onlyOf(matching.labels()) : left.without(matching.labels());
        };
    }

    /** The labels that are included are those of the side of "one", there or not. */
    private static PossibleLabels included(VectorMatching matching, PossibleLabels many, PossibleLabels one) {
        List<String> given = new ArrayList<>(matching.include());
        given.removeIf(name -> !one.mayHave(name));
        return many.without(matching.include()).with(given);
    }
}
