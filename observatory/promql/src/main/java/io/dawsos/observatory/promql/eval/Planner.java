package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.ast.TimeShift;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.ast.VectorMatching;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the plan of an expression: a tree of nodes, each for the steps at which its value is wanted. */
final class Planner {
    private final Steps top;
    private final String query;
    private final Limits limits;
    private final Durations durations;
    private final long lookback;
    private final long subqueryStep;
    private final CallPlanner calls = new CallPlanner(this);
    /**
     * Whether only the counts and sums of histograms are looked at. Prometheus then reads them in a way that finds counter
     * resets, which it says when they conflict; so do we.
     */
    private boolean countsOnly;

    /**
     * @param lookback how old an instant vector's sample may be, in milliseconds
     * @param subqueryStep of subqueries that name none, in milliseconds
     */
    Planner(Steps top, String query, long lookback, long subqueryStep, Limits limits) {
        this.top = top;
        this.query = query;
        this.limits = limits;
        this.durations = new Durations(top, query);
        this.lookback = lookback;
        this.subqueryStep = subqueryStep;
    }

    Steps top() {
        return top;
    }

    long lookback() {
        return lookback;
    }

    /** An instant vector's node, of whose histograms only counts and sums are looked at, or all. */
    VectorNode vector(Expr expr, Steps steps, boolean onlyCounts) {
        boolean before = countsOnly;
        countsOnly = onlyCounts;
        VectorNode node = vector(expr, steps);
        countsOnly = before;
        return node;
    }

    /** An instant vector's node. */
    VectorNode vector(Expr expr, Steps steps) {
        if (steps.count() > 1 && Invariance.of(expr)) {
            return new Sources.InvariantNode(plainVector(expr, first(steps)), steps);
        }
        return plainVector(expr, steps);
    }

    private static Steps first(Steps steps) {
        return new Steps(steps.start(), steps.interval(), 1);
    }

    private VectorNode plainVector(Expr expr, Steps steps) {
        return switch (expr) {
            case Expr.VectorSelector s -> selector(s, s, steps, false);
            case Expr.Call call -> calls.vector(call, steps);
            case Expr.Aggregate a -> aggregate(a, steps);
            case Expr.Binary b -> binary(b, steps);
            case Expr.Unary u -> u.negative() ? new NegateNode(u, vector(u.inner(), steps)) : vector(u.inner(), steps);
            case Expr.Paren p -> vector(p.inner(), steps);
            case Expr.NumberLiteral e -> throw wrongType(e);
            case Expr.StringLiteral e -> throw wrongType(e);
            case Expr.MatrixSelector e -> throw wrongType(e);
            case Expr.Subquery e -> throw wrongType(e);
        };
    }

    /** A scalar's node. */
    ScalarNode scalar(Expr expr, Steps steps) {
        if (steps.count() > 1 && !(expr instanceof Expr.NumberLiteral) && Invariance.of(expr)) {
            return new Scalars.InvariantScalarNode(plainScalar(expr, first(steps)), steps);
        }
        return plainScalar(expr, steps);
    }

    private ScalarNode plainScalar(Expr expr, Steps steps) {
        return switch (expr) {
            case Expr.NumberLiteral n -> new Scalars.ConstantNode(n, n.value(), steps);
            case Expr.Call call -> calls.scalar(call, steps);
            case Expr.Binary b -> new Scalars.ScalarBinaryNode(b, scalar(b.left(), steps), scalar(b.right(), steps));
            case Expr.Unary u ->
                u.negative() ? new Scalars.NegatedNode(u, scalar(u.inner(), steps)) : scalar(u.inner(), steps);
            case Expr.Paren p -> scalar(p.inner(), steps);
            case Expr.StringLiteral e -> throw wrongType(e);
            case Expr.VectorSelector e -> throw wrongType(e);
            case Expr.MatrixSelector e -> throw wrongType(e);
            case Expr.Subquery e -> throw wrongType(e);
            case Expr.Aggregate e -> throw wrongType(e);
        };
    }

    /** A range vector's node. */
    RangeNode range(Expr expr, Steps steps) {
        return switch (expr) {
            case Expr.MatrixSelector s ->
                new MatrixNode(
                        s,
                        new Windows(moved(s.series().shift(), steps), durations.length(s.range()), s.mode(), lookback),
                        countsOnly);
            case Expr.Subquery s -> subquery(s, steps);
            case Expr.Paren p -> range(p.inner(), steps);
            case Expr.NumberLiteral e -> throw wrongType(e);
            case Expr.StringLiteral e -> throw wrongType(e);
            case Expr.VectorSelector e -> throw wrongType(e);
            case Expr.Call e -> throw wrongType(e);
            case Expr.Aggregate e -> throw wrongType(e);
            case Expr.Binary e -> throw wrongType(e);
            case Expr.Unary e -> throw wrongType(e);
        };
    }

    /** A string's value. */
    static String string(Expr expr) {
        Expr inner = unwrapped(expr);
        return inner instanceof Expr.StringLiteral s ? s.value() : "";
    }

    static Expr unwrapped(Expr expr) {
        Expr inner = expr;
        while (inner instanceof Expr.Paren p) {
            inner = p.inner();
        }
        return inner;
    }

    VectorNode selector(Expr expr, Expr.VectorSelector selector, Steps steps, boolean timestamps) {
        Moved times = moved(selector.shift(), steps);
        return selector.mode() == RangeMode.SMOOTHED
                ? new SmoothedNode(selector, times, lookback)
                : new SelectorNode(expr, selector, times, lookback, timestamps, countsOnly);
    }

    Moved moved(TimeShift shift, Steps steps) {
        DurationExpr offset = shift.offset();
        return new Moved(steps, anchor(shift.anchor()), offset == null ? 0 : durations.millis(offset));
    }

    private @Nullable Long anchor(TimeShift.@Nullable Anchor anchor) {
        return switch (anchor) {
            case null -> null;
            case TimeShift.Anchor.At at -> at.millis();
            case TimeShift.Anchor.Start start -> top.start();
            case TimeShift.Anchor.End end -> top.end();
        };
    }

    private RangeNode subquery(Expr.Subquery subquery, Steps steps) {
        Windows windows = new Windows(
                moved(subquery.shift(), steps), durations.length(subquery.range()), RangeMode.PLAIN, lookback);
        long interval = subquery.step() == null ? subqueryStep : durations.length(subquery.step());
        // The first multiple of the interval after the left edge, which is open.
        long first = (Math.floorDiv(windows.times().first() - windows.range(), interval) + 1) * interval;
        long last = windows.times().last();
        long count = Math.floorDiv(last - first, interval) + 1;
        limits.steps(count, "query " + subquery.at().position(query) + ": the subquery");
        Steps inner = new Steps(first, interval, (int) Math.max(1, count));
        VectorNode node = count < 1 ? null : vector(subquery.inner(), inner);
        return new SubqueryNode(subquery, node, inner, windows);
    }

    private VectorNode aggregate(Expr.Aggregate a, Steps steps) {
        VectorNode inner = vector(a.inner(), steps);
        return switch (a.op()) {
            case SUM, AVG, COUNT, MIN, MAX, GROUP, STDDEV, STDVAR -> new ReduceNode(a, inner, steps);
            case TOPK, BOTTOMK, LIMITK, LIMIT_RATIO -> new PickNode(a, scalar(parameter(a), steps), inner);
            case QUANTILE -> new QuantileNode(a, scalar(parameter(a), steps), inner);
            case COUNT_VALUES -> new CountValuesNode(a, string(parameter(a)), inner, steps);
        };
    }

    private static Expr parameter(Expr.Aggregate aggregate) {
        return Objects.requireNonNull(
                aggregate.parameter(), () -> aggregate.op().text() + " wants a parameter");
    }

    private VectorNode binary(Expr.Binary b, Steps steps) {
        if (b.left().type() == ValueType.SCALAR) {
            return new VectorScalarNode(b, vector(b.right(), steps, false), scalar(b.left(), steps), true);
        }
        if (b.right().type() == ValueType.SCALAR) {
            return new VectorScalarNode(b, vector(b.left(), steps, false), scalar(b.right(), steps), false);
        }
        VectorMatching matching = Objects.requireNonNull(b.matching(), "two vectors are matched");
        VectorNode left = vector(b.left(), steps, false);
        VectorNode right = vector(b.right(), steps, false);
        return b.op().isSet() ? new SetNode(b, matching, left, right) : new JoinNode(b, matching, left, right);
    }

    private static IllegalArgumentException wrongType(Expr expr) {
        return new IllegalArgumentException("a " + expr.type().text() + " stands where it cannot: " + expr);
    }
}
