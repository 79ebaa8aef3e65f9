package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.ast.AggregateOp;
import io.dawsos.observatory.promql.ast.Expr;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Aggregations at one step; sums are exact. */
final class SlowAggregation {
    private SlowAggregation() {}

    static Map<Labels, Double> of(Expr.Aggregate a, SlowEvaluator evaluator, long time) {
        Map<Labels, Double> vector = evaluator.vector(a.inner(), time);
        if (a.op() == AggregateOp.COUNT_VALUES) {
            return counts(a, vector);
        }
        Map<Labels, Map<Labels, Double>> groups = new LinkedHashMap<>();
        vector.forEach((labels, value) -> groups.computeIfAbsent(group(a, labels), g -> new LinkedHashMap<>())
                .put(labels, value));
        Map<Labels, Double> result = new LinkedHashMap<>();
        groups.forEach((labels, members) -> {
            if (a.op() == AggregateOp.TOPK || a.op() == AggregateOp.BOTTOMK) {
                result.putAll(best(a, members, evaluator, time));
            } else {
                List<Double> values = List.copyOf(members.values());
                double quantile = a.op() == AggregateOp.QUANTILE
                        ? evaluator.scalar(Objects.requireNonNull(a.parameter()), time)
                        : 0;
                result.put(labels, reduced(a.op(), values, quantile));
            }
        });
        return result;
    }

    private static Labels group(Expr.Aggregate a, Labels labels) {
        return a.without() ? labels.without(a.labels()).withoutMetricName() : labels.only(a.labels());
    }

    private static Map<Labels, Double> counts(Expr.Aggregate a, Map<Labels, Double> vector) {
        String label = Planner.string(Objects.requireNonNull(a.parameter()));
        Map<Labels, Double> counts = new LinkedHashMap<>();
        vector.forEach((labels, value) -> {
            Labels group = group(a, labels).with(label, GoText.plain(value));
            counts.merge(group, 1.0, Double::sum);
        });
        return counts;
    }

    private static Map<Labels, Double> best(
            Expr.Aggregate a, Map<Labels, Double> members, SlowEvaluator evaluator, long time) {
        double sign = a.op() == AggregateOp.TOPK ? -1 : 1;
        List<Map.Entry<Labels, Double>> sorted = new ArrayList<>(members.entrySet());
        sorted.sort(Comparator.comparingDouble(entry -> sign * entry.getValue()));
        Map<Labels, Double> best = new LinkedHashMap<>();
        sorted.stream()
                .limit((long) evaluator.scalar(Objects.requireNonNull(a.parameter()), time))
                .forEach(entry -> best.put(entry.getKey(), entry.getValue()));
        return best;
    }

    private static double reduced(AggregateOp op, List<Double> values, double quantile) {
        return switch (op) {
            case SUM -> sum(values);
            case AVG -> average(values);
            case COUNT -> values.size();
            case GROUP -> 1;
            case MIN -> numbers(values).min(Comparator.naturalOrder()).orElse(Double.NaN);
            case MAX -> numbers(values).max(Comparator.naturalOrder()).orElse(Double.NaN);
            case STDVAR -> variance(values);
            case STDDEV -> Math.sqrt(variance(values));
            case QUANTILE -> quantile(values, quantile);
            case TOPK, BOTTOMK, COUNT_VALUES, LIMITK, LIMIT_RATIO -> throw new IllegalArgumentException(op.text());
        };
    }

    private static Stream<Double> numbers(List<Double> values) {
        return values.stream().filter(value -> !value.isNaN());
    }

    private static double sum(List<Double> values) {
        if (values.stream().anyMatch(value -> !Double.isFinite(value))) {
            return values.stream().mapToDouble(value -> value).sum();
        }
        return values.stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .doubleValue();
    }

    private static double average(List<Double> values) {
        if (values.stream().anyMatch(value -> !Double.isFinite(value))) {
            return sum(values) / values.size();
        }
        return values.stream()
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), MathContext.DECIMAL128)
                .doubleValue();
    }

    private static double variance(List<Double> values) {
        double mean = average(values);
        return values.stream()
                        .mapToDouble(value -> (value - mean) * (value - mean))
                        .sum()
                / values.size();
    }

    private static double quantile(List<Double> values, double quantile) {
        List<Double> sorted = new ArrayList<>(values);
        sorted.sort(Comparator.comparing((Double value) -> !value.isNaN()).thenComparing(value -> value));
        double rank = quantile * (sorted.size() - 1);
        int lower = (int) Math.floor(rank);
        int upper = Math.min(sorted.size() - 1, lower + 1);
        double weight = rank - lower;
        return sorted.get(lower) * (1 - weight) + sorted.get(upper) * weight;
    }
}
