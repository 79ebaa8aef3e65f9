package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.function.Functions;
import io.dawsos.observatory.promql.function.RangeFunction;
import io.dawsos.observatory.promql.function.ValueFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Plans functions: those that need more than one series or sample at a time have nodes of their own. */
final class CallPlanner {
    private static final Set<String> NAME_KEEPING = Set.of("last_over_time", "first_over_time");
    /** They look at no bucket. */
    private static final Set<String> COUNTS = Set.of("histogram_count", "histogram_sum", "histogram_avg");

    private static final RangeFunction PRESENT = (window, arguments, context, result, step) -> result.set(step, 1);

    private final Planner planner;

    CallPlanner(Planner planner) {
        this.planner = planner;
    }

    ScalarNode scalar(Expr.Call call, Steps steps) {
        Steps top = planner.top();
        return switch (call.function().name()) {
            case "time" -> new Scalars.TimeNode(call, steps);
            case "scalar" -> new ScalarOfNode(call, planner.vector(argument(call, 0), steps), steps);
            case "min_of" -> extreme(call, false, steps);
            case "max_of" -> extreme(call, true, steps);
            case "pi" -> new Scalars.ConstantNode(call, Math.PI, steps);
            case "step" -> new Scalars.ConstantNode(call, Durations.stepSeconds(top), steps);
            case "range" -> new Scalars.ConstantNode(call, (top.end() - top.start()) / 1000.0, steps);
            case "start" -> new Scalars.ConstantNode(call, top.start() / 1000.0, steps);
            case "end" -> new Scalars.ConstantNode(call, top.end() / 1000.0, steps);
            default ->
                throw new IllegalArgumentException(
                        "no function with a scalar result: " + call.function().name());
        };
    }

    VectorNode vector(Expr.Call call, Steps steps) {
        return switch (call.function().name()) {
            case "vector" -> new Sources.VectorOfNode(call, planner.scalar(argument(call, 0), steps));
            case "absent" -> new AbsentNode(call, planner.vector(argument(call, 0), steps), steps);
            case "absent_over_time" -> new AbsentNode(call, over(call, PRESENT, true, steps), steps);
            case "timestamp" -> timestamp(call, steps);
            case "sort" -> SortNode.byValue(call, planner.vector(argument(call, 0), steps), false, steps);
            case "sort_desc" -> SortNode.byValue(call, planner.vector(argument(call, 0), steps), true, steps);
            case "sort_by_label" -> sortByLabel(call, false, steps);
            case "sort_by_label_desc" -> sortByLabel(call, true, steps);
            case "label_replace" ->
                LabelNode.replace(
                        call,
                        planner.vector(argument(call, 0), steps),
                        string(call, 1),
                        string(call, 2),
                        string(call, 3),
                        string(call, 4));
            case "label_join" ->
                LabelNode.join(
                        call,
                        planner.vector(argument(call, 0), steps),
                        string(call, 1),
                        string(call, 2),
                        strings(call, 3));
            case "info" -> InfoNode.of(call, planner.vector(argument(call, 0), steps), planner, steps);
            case "histogram_quantile" -> buckets(call, BucketFunction.Quantiles.one(), steps);
            case "histogram_quantiles" ->
                buckets(call, new BucketFunction.Quantiles(call.arguments().size() - 2, string(call, 1)), steps);
            case "histogram_fraction" -> buckets(call, new BucketFunction.Fraction(), steps);
            default -> simple(call, steps);
        };
    }

    private ScalarNode extreme(Expr.Call call, boolean max, Steps steps) {
        return new Scalars.ExtremeNode(
                call, max, planner.scalar(argument(call, 0), steps), planner.scalar(argument(call, 1), steps));
    }

    private VectorNode buckets(Expr.Call call, BucketFunction function, Steps steps) {
        List<ScalarNode> scalars = new ArrayList<>();
        Expr vector = argument(call, 0);
        for (Expr argument : call.arguments()) {
            if (argument.type() == ValueType.SCALAR) {
                scalars.add(planner.scalar(argument, steps));
            } else if (argument.type() == ValueType.INSTANT_VECTOR) {
                vector = argument;
            }
        }
        return new BucketNode(call, function, planner.vector(vector, steps, false), vector, scalars);
    }

    private VectorNode timestamp(Expr.Call call, Steps steps) {
        Expr argument = Planner.unwrapped(argument(call, 0));
        if (argument instanceof Expr.VectorSelector selector && selector.mode() == RangeMode.PLAIN) {
            return planner.selector(call, selector, steps, true);
        }
        return new StepTimeNode(call, planner.vector(argument, steps), steps);
    }

    private VectorNode sortByLabel(Expr.Call call, boolean descending, Steps steps) {
        return SortNode.byLabel(call, planner.vector(argument(call, 0), steps), strings(call, 1), descending, steps);
    }

    /** A function of which a row's result depends on that row only. */
    private VectorNode simple(Expr.Call call, Steps steps) {
        String name = call.function().name();
        RangeFunction over = Functions.range(name);
        if (over != null) {
            return over(call, over, NAME_KEEPING.contains(name), steps);
        }
        ValueFunction of = Functions.value(name);
        if (of == null) {
            throw new IllegalArgumentException("no function " + name);
        }
        return each(call, of, steps);
    }

    private VectorNode each(Expr.Call call, ValueFunction function, Steps steps) {
        List<ScalarNode> scalars = new ArrayList<>();
        // Where the vector may be left out it is the step's time.
        VectorNode vector =
                call.arguments().isEmpty() ? new Sources.VectorOfNode(call, new Scalars.TimeNode(call, steps)) : null;
        for (Expr argument : call.arguments()) {
            if (argument.type() == ValueType.INSTANT_VECTOR) {
                vector = COUNTS.contains(call.function().name())
                        ? planner.vector(argument, steps, true)
                        : planner.vector(argument, steps);
            } else {
                scalars.add(planner.scalar(argument, steps));
            }
        }
        if (vector == null) {
            throw new IllegalArgumentException(call.function().name() + " without a vector");
        }
        return new ValueCallNode(call, function, vector, new Arguments(scalars));
    }

    private VectorNode over(Expr.Call call, RangeFunction function, boolean keepsName, Steps steps) {
        List<ScalarNode> scalars = new ArrayList<>();
        RangeNode range = null;
        for (Expr argument : call.arguments()) {
            if (argument.type() == ValueType.RANGE_VECTOR) {
                range = planner.range(argument, steps);
            } else {
                scalars.add(planner.scalar(argument, steps));
            }
        }
        if (range == null) {
            throw new IllegalArgumentException(call.function().name() + " without a range vector");
        }
        return new RangeCallNode(call, function, range, new Arguments(scalars), keepsName);
    }

    private static Expr argument(Expr.Call call, int i) {
        return call.arguments().get(i);
    }

    private static String string(Expr.Call call, int i) {
        return Planner.string(argument(call, i));
    }

    private static List<String> strings(Expr.Call call, int from) {
        return call.arguments().subList(from, call.arguments().size()).stream()
                .map(Planner::string)
                .toList();
    }
}
