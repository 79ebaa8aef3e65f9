package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A function for counters over a metric whose name says that it is none, or the reverse. Only endings are taken that are never
 * used for the other kind.
 */
final class WrongKind {
    private static final Set<String> OF_COUNTERS = Set.of("rate", "increase", "irate", "resets");
    private static final Set<String> OF_GAUGES = Set.of("delta", "idelta", "deriv", "predict_linear");
    private static final List<String> GAUGES =
            List.of("_ratio", "_percent", "_celsius", "_timestamp_seconds", "_info", "_temperature");
    private static final List<String> COUNTERS = List.of("_total", "_bucket");

    private WrongKind() {}

    static Stream<String> of(Expr expr) {
        return Exprs.all(expr)
                .filter(Expr.Call.class::isInstance)
                .map(Expr.Call.class::cast)
                .flatMap(call -> problem(call).stream())
                .distinct();
    }

    private static Optional<String> problem(Expr.Call call) {
        String function = call.function().name();
        if (OF_COUNTERS.contains(function)) {
            return metric(call)
                    .filter(name -> endsIn(name, GAUGES))
                    .map(name -> function + "() is for counters, and " + name
                            + " is a gauge by its name: it takes every fall for a reset");
        }
        if (OF_GAUGES.contains(function)) {
            return metric(call)
                    .filter(name -> endsIn(name, COUNTERS))
                    .map(name -> function + "() is for gauges, and " + name
                            + " is a counter by its name: it falls at every reset; try rate() or increase()");
        }
        return Optional.empty();
    }

    private static boolean endsIn(String name, List<String> endings) {
        return endings.stream().anyMatch(name::endsWith);
    }

    /** The name of the metric whose samples the function reads itself, not through a subquery. */
    private static Optional<String> metric(Expr.Call call) {
        return call.arguments().stream()
                .filter(Expr.MatrixSelector.class::isInstance)
                .flatMap(matrix -> ((Expr.MatrixSelector) matrix).series().matchers().stream())
                .filter(matcher -> matcher.name().equals(Labels.METRIC_NAME) && matcher.type() == Matcher.Type.EQUAL)
                .map(Matcher::value)
                .findFirst();
    }
}
