package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.Annotations;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.function.FunctionContext;
import io.dawsos.observatory.promql.function.Functions;
import io.dawsos.observatory.promql.function.RangeFunction;
import io.dawsos.observatory.promql.function.Window;
import io.dawsos.observatory.promql.histogram.ClassicBuckets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Functions at one step. What a function calculates of one window or value is the product's; the rest is written anew. */
final class SlowCalls {
    private final SlowEvaluator evaluator;

    SlowCalls(SlowEvaluator evaluator) {
        this.evaluator = evaluator;
    }

    Map<Labels, Double> of(Expr.Call call, long time) {
        return switch (call.function().name()) {
            case "vector" ->
                Map.of(Labels.EMPTY, evaluator.scalar(call.arguments().get(0), time));
            case "absent" ->
                absent(call, evaluator.vector(call.arguments().get(0), time).isEmpty());
            case "absent_over_time" ->
                absent(call, evaluator.range(call.arguments().get(0), time).isEmpty());
            case "timestamp" -> timestamp(call, time);
            case "label_replace" -> labelled(call, time, this::replaced);
            case "label_join" -> labelled(call, time, SlowCalls::joined);
            case "histogram_quantile" -> quantile(call, time);
            case "sort", "sort_desc" -> evaluator.vector(call.arguments().get(0), time);
            default -> simple(call, time);
        };
    }

    private static Map<Labels, Double> absent(Expr.Call call, boolean absent) {
        if (!absent) {
            return Map.of();
        }
        List<Matcher> matchers =
                switch (call.arguments().get(0)) {
                    case Expr.VectorSelector s -> s.matchers();
                    case Expr.MatrixSelector m -> m.series().matchers();
                    default -> List.of();
                };
        Labels labels = Labels.EMPTY;
        for (Matcher matcher : matchers) {
            boolean once = matchers.stream()
                            .filter(m -> m.name().equals(matcher.name()))
                            .count()
                    == 1;
            if (once && matcher.type() == Matcher.Type.EQUAL && !matcher.name().equals(Labels.METRIC_NAME)) {
                labels = labels.with(matcher.name(), matcher.value());
            }
        }
        return Map.of(labels, 1.0);
    }

    private Map<Labels, Double> timestamp(Expr.Call call, long time) {
        Expr argument = Planner.unwrapped(call.arguments().get(0));
        return argument instanceof Expr.VectorSelector selector
                ? SlowEvaluator.unnamed(evaluator.selector(selector, time, true), value -> value)
                : SlowEvaluator.unnamed(evaluator.vector(argument, time), value -> time / 1000.0);
    }

    private interface Labelling {
        Labels of(Expr.Call call, Labels labels);
    }

    private Map<Labels, Double> labelled(Expr.Call call, long time, Labelling labelling) {
        Map<Labels, Double> result = new LinkedHashMap<>();
        evaluator
                .vector(call.arguments().get(0), time)
                .forEach((labels, value) -> SlowEvaluator.put(result, labelling.of(call, labels), value));
        return result;
    }

    private static String string(Expr.Call call, int i) {
        return Planner.string(call.arguments().get(i));
    }

    private Labels replaced(Expr.Call call, Labels labels) {
        var matcher = Pattern.compile(string(call, 4), Pattern.DOTALL).matcher(labels.get(string(call, 3)));
        return matcher.matches() ? labels.with(string(call, 1), matcher.replaceFirst(string(call, 2))) : labels;
    }

    private static Labels joined(Expr.Call call, Labels labels) {
        List<String> values = call.arguments().subList(3, call.arguments().size()).stream()
                .map(source -> labels.get(Planner.string(source)))
                .toList();
        return labels.with(string(call, 1), String.join(string(call, 2), values));
    }

    private Map<Labels, Double> simple(Expr.Call call, long time) {
        double[] scalars = call.arguments().stream()
                .filter(argument -> argument.type() == ValueType.SCALAR)
                .mapToDouble(argument -> evaluator.scalar(argument, time))
                .toArray();
        String name = call.function().name();
        RangeFunction over = Functions.range(name);
        boolean named = name.equals("last_over_time") || name.equals("first_over_time");
        Map<Labels, Double> result = new LinkedHashMap<>();
        if (over != null) {
            ranges(call, time).forEach((labels, samples) -> {
                Window window = new Window();
                // The edges are not seen by functions of plain ranges other than by their distance.
                long end = edge(call, time);
                window.move(samples, 0, samples.size(), end - length(call), end, time);
                Column cell = new Column(1);
                over.apply(window, scalars, context(call, labels), cell, 0);
                keep(cell, named ? labels : labels.withoutMetricName(), result);
            });
            return result;
        }
        vectorArgument(call, time).forEach((labels, value) -> {
            Column cell = new Column(1);
            Objects.requireNonNull(Functions.value(name)).apply(value, null, scalars, context(call, labels), cell, 0);
            keep(cell, labels.withoutMetricName(), result);
        });
        return result;
    }

    private Map<Labels, Double> quantile(Expr.Call call, long time) {
        double quantile = evaluator.scalar(call.arguments().get(0), time);
        Map<Labels, Map<Double, Double>> histograms = new LinkedHashMap<>();
        evaluator.vector(call.arguments().get(1), time).forEach((labels, count) -> histograms
                .computeIfAbsent(labels.without(List.of("le")), l -> new LinkedHashMap<>())
                .put(GoText.number(labels.get("le")).orElseThrow(), count));
        Map<Labels, Double> result = new LinkedHashMap<>();
        histograms.forEach((labels, buckets) -> {
            double[] bounds = buckets.keySet().stream().mapToDouble(b -> b).toArray();
            double[] counts = buckets.values().stream().mapToDouble(c -> c).toArray();
            SlowEvaluator.put(
                    result, labels.withoutMetricName(), new ClassicBuckets(bounds, counts).quantile(quantile));
        });
        return result;
    }

    private static void keep(Column cell, Labels labels, Map<Labels, Double> result) {
        if (cell.has(0)) {
            SlowEvaluator.put(result, labels, cell.value(0));
        }
    }

    private Map<Labels, Double> vectorArgument(Expr.Call call, long time) {
        return call.arguments().stream()
                .filter(argument -> argument.type() == ValueType.INSTANT_VECTOR)
                .findFirst()
                .map(argument -> evaluator.vector(argument, time))
                .orElse(Map.of(Labels.EMPTY, time / 1000.0));
    }

    private static Expr rangeArgument(Expr.Call call) {
        return call.arguments().stream()
                .filter(argument -> argument.type() == ValueType.RANGE_VECTOR)
                .findFirst()
                .orElseThrow();
    }

    private Map<Labels, Samples> ranges(Expr.Call call, long time) {
        return evaluator.range(rangeArgument(call), time);
    }

    private long edge(Expr.Call call, long time) {
        return rangeArgument(call) instanceof Expr.Subquery s
                ? evaluator.moved(s.shift(), time)
                : evaluator.moved(
                        ((Expr.MatrixSelector) rangeArgument(call)).series().shift(), time);
    }

    private static long length(Expr.Call call) {
        return rangeArgument(call) instanceof Expr.Subquery s
                ? SlowEvaluator.millis(s.range())
                : SlowEvaluator.millis(((Expr.MatrixSelector) rangeArgument(call)).range());
    }

    private static FunctionContext context(Expr.Call call, Labels labels) {
        return new FunctionContext(call, "", labels, RangeMode.PLAIN, Set.of(), new Annotations());
    }
}
