package io.dawsos.observatory.rules.check;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.Expr;
import java.util.Optional;
import java.util.Set;

/**
 * An alert on an expression that leaves no series out fires for every series there is, whatever its value. A constant is taken
 * to be meant so, for it is how one makes an alert that always fires.
 */
final class MissingCondition {
    private static final Set<String> ABSENCE = Set.of("absent", "absent_over_time");
    /** Series that are there or not, rather than of one value or another. */
    private static final Set<String> PRESENCE = Set.of("ALERTS", "ALERTS_FOR_STATE");

    private MissingCondition() {}

    static Optional<String> of(Expr expr) {
        if (Exprs.selectors(expr).findAny().isEmpty() || Exprs.all(expr).anyMatch(MissingCondition::chooses)) {
            return Optional.empty();
        }
        boolean bool = Exprs.all(expr).anyMatch(part -> part instanceof Expr.Binary binary && binary.bool());
        return Optional.of(
                bool
                        ? "fires for every series, whether its value is 0 or 1: a comparison with bool leaves none out;"
                                + " write it without bool, or compare the result with 1"
                        : "fires for every series, whatever its value: the expression compares nothing; write a"
                                + " comparison, as > 0");
    }

    private static boolean chooses(Expr part) {
        return switch (part) {
            case Expr.Binary binary -> (binary.op().isComparison() && !binary.bool()) || isSetChoice(binary);
            case Expr.Call call -> ABSENCE.contains(call.function().name());
            case Expr.VectorSelector selector -> isPresence(selector);
            case Expr.Aggregate aggregate ->
                switch (aggregate.op()) {
                    case TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> true;
                    case SUM, AVG, COUNT, MIN, MAX, GROUP, STDDEV, STDVAR, COUNT_VALUES, QUANTILE -> false;
                };
            case Expr.NumberLiteral number -> false;
            case Expr.StringLiteral string -> false;
            case Expr.MatrixSelector matrix -> false;
            case Expr.Subquery subquery -> false;
            case Expr.Unary unary -> false;
            case Expr.Paren paren -> false;
        };
    }

    private static boolean isSetChoice(Expr.Binary binary) {
        return switch (binary.op()) {
            case AND, UNLESS -> true;
            default -> false;
        };
    }

    private static boolean isPresence(Expr.VectorSelector selector) {
        return selector.matchers().stream()
                .anyMatch(matcher -> matcher.name().equals(Labels.METRIC_NAME)
                        && matcher.type() == Matcher.Type.EQUAL
                        && PRESENCE.contains(matcher.value()));
    }
}
