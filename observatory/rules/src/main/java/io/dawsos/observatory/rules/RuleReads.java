package io.dawsos.observatory.rules;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.ArrayList;
import java.util.List;

/** Which metrics a rule's expression reads, and which it writes. */
record RuleReads(List<List<Matcher>> selectors, List<String> writes) {
    static RuleReads of(Rule rule) {
        List<List<Matcher>> selectors = new ArrayList<>();
        collect(rule.parsed(), selectors);
        List<String> writes =
                switch (rule) {
                    case RecordingRule recording -> List.of(recording.record());
                    case AlertingRule alerting -> List.of(AlertSeries.ALERTS, AlertSeries.FOR_STATE);
                };
        return new RuleReads(selectors, writes);
    }

    private static void collect(Expr expr, List<List<Matcher>> selectors) {
        switch (expr) {
            case Expr.NumberLiteral number -> {}
            case Expr.StringLiteral string -> {}
            case Expr.VectorSelector selector -> selectors.add(selector.matchers());
            case Expr.MatrixSelector matrix -> collect(matrix.series(), selectors);
            case Expr.Subquery subquery -> collect(subquery.inner(), selectors);
            case Expr.Call call -> {
                if (call.function().name().equals("info")) {
                    // It reads series that no selector names.
                    selectors.add(List.of());
                }
                call.arguments().forEach(argument -> collect(argument, selectors));
            }
            case Expr.Aggregate aggregate -> {
                if (aggregate.parameter() != null) {
                    collect(aggregate.parameter(), selectors);
                }
                collect(aggregate.inner(), selectors);
            }
            case Expr.Binary binary -> {
                collect(binary.left(), selectors);
                collect(binary.right(), selectors);
            }
            case Expr.Unary unary -> collect(unary.inner(), selectors);
            case Expr.Paren paren -> collect(paren.inner(), selectors);
        }
    }

    /** Whether this may read what the other writes. */
    boolean reads(RuleReads other) {
        return selectors.stream()
                .anyMatch(selector -> other.writes.stream().anyMatch(name -> mayMatch(selector, name)));
    }

    private static boolean mayMatch(List<Matcher> selector, String metric) {
        return selector.stream()
                .filter(matcher -> matcher.name().equals(Labels.METRIC_NAME))
                .allMatch(matcher -> matcher.matches(metric));
    }

    /** Whether the two must be evaluated in their order, for the result to be as if each was on its own. */
    boolean ordered(RuleReads other) {
        return reads(other) || other.reads(this) || writesRecordOf(other);
    }

    private boolean writesRecordOf(RuleReads other) {
        boolean alerts = writes.contains(AlertSeries.ALERTS);
        return !alerts && writes.equals(other.writes);
    }
}
