package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.model.StaleMarker;
import io.dawsos.observatory.promql.ast.BinaryOp;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.TimeShift;
import io.dawsos.observatory.promql.ast.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates floats one step at a time, by the definitions and with no thought of speed: what the engine's results are
 * compared with. A vector is a map from labels to values.
 */
final class SlowEvaluator {
    static final long LOOKBACK = 300_000;

    private final MemorySource source;
    private final long start;
    private final long end;
    private final SlowCalls calls = new SlowCalls(this);

    SlowEvaluator(MemorySource source, long start, long end) {
        this.source = source;
        this.start = start;
        this.end = end;
    }

    /** Two series of one name, or a match that is not unique. */
    static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message);
        }
    }

    static void put(Map<Labels, Double> vector, Labels labels, double value) {
        if (vector.put(labels, value) != null) {
            throw new Failure("two of " + labels);
        }
    }

    /** A vector at a time; a scalar is the value of no labels. */
    Map<Labels, Double> at(Expr expr, long time) {
        if (expr.type() == ValueType.SCALAR) {
            return Map.of(Labels.EMPTY, scalar(expr, time));
        }
        return vector(expr, time);
    }

    double scalar(Expr expr, long time) {
        return switch (expr) {
            case Expr.NumberLiteral n -> n.value();
            case Expr.Paren p -> scalar(p.inner(), time);
            case Expr.Unary u -> u.negative() ? -scalar(u.inner(), time) : scalar(u.inner(), time);
            case Expr.Binary b -> Arithmetic.calculate(b.op(), scalar(b.left(), time), scalar(b.right(), time));
            case Expr.Call c when c.function().name().equals("time") -> time / 1000.0;
            case Expr.Call c
            when c.function().name().equals("scalar") ->
                only(vector(c.arguments().get(0), time));
            default -> throw new IllegalArgumentException("no scalar: " + expr);
        };
    }

    private static double only(Map<Labels, Double> vector) {
        return vector.size() == 1 ? vector.values().iterator().next() : Double.NaN;
    }

    Map<Labels, Double> vector(Expr expr, long time) {
        return switch (expr) {
            case Expr.VectorSelector s -> selector(s, time, false);
            case Expr.Paren p -> vector(p.inner(), time);
            case Expr.Unary u ->
                u.negative() ? unnamed(vector(u.inner(), time), value -> -value) : vector(u.inner(), time);
            case Expr.Aggregate a -> SlowAggregation.of(a, this, time);
            case Expr.Binary b -> binary(b, time);
            case Expr.Call c -> calls.of(c, time);
            default -> throw new IllegalArgumentException("no vector: " + expr);
        };
    }

    interface Change {
        double of(double value);
    }

    static Map<Labels, Double> unnamed(Map<Labels, Double> vector, Change change) {
        Map<Labels, Double> changed = new LinkedHashMap<>();
        vector.forEach((labels, value) -> put(changed, labels.withoutMetricName(), change.of(value)));
        return changed;
    }

    Map<Labels, Double> selector(Expr.VectorSelector selector, long time, boolean timestamps) {
        long at = moved(selector.shift(), time);
        Map<Labels, Double> vector = new LinkedHashMap<>();
        for (MemorySource.MemorySeries series : matching(selector)) {
            Samples all = series.samples();
            for (int i = all.size() - 1; i >= 0; i--) {
                if (all.timestamp(i) <= at) {
                    if (all.timestamp(i) > at - LOOKBACK && !StaleMarker.is(all.value(i))) {
                        vector.put(series.labels(), timestamps ? all.timestamp(i) / 1000.0 : all.value(i));
                    }
                    break;
                }
            }
        }
        return vector;
    }

    private Iterable<MemorySource.MemorySeries> matching(Expr.VectorSelector selector) {
        return source.series().stream()
                .filter(s -> selector.matchers().stream()
                        .allMatch(m -> m.matches(s.labels().get(m.name()))))
                .toList();
    }

    long moved(TimeShift shift, long time) {
        long at =
                switch (shift.anchor()) {
                    case null -> time;
                    case TimeShift.Anchor.At a -> a.millis();
                    case TimeShift.Anchor.Start a -> start;
                    case TimeShift.Anchor.End a -> end;
                };
        return at - (shift.offset() == null ? 0 : millis(shift.offset()));
    }

    static long millis(DurationExpr duration) {
        return ((DurationExpr.Literal) duration).millis();
    }

    /** The samples of a range vector at a time. */
    Map<Labels, Samples> range(Expr expr, long time) {
        return switch (expr) {
            case Expr.Paren p -> range(p.inner(), time);
            case Expr.MatrixSelector m -> matrix(m, time);
            case Expr.Subquery s -> subquery(s, time);
            default -> throw new IllegalArgumentException("no range: " + expr);
        };
    }

    private Map<Labels, Samples> matrix(Expr.MatrixSelector matrix, long time) {
        long to = moved(matrix.series().shift(), time);
        long from = to - millis(matrix.range());
        Map<Labels, Samples> ranges = new LinkedHashMap<>();
        for (MemorySource.MemorySeries series : matching(matrix.series())) {
            Samples all = series.samples();
            Samples inside = new Samples();
            for (int i = 0; i < all.size(); i++) {
                if (all.timestamp(i) > from && all.timestamp(i) <= to && !StaleMarker.is(all.value(i))) {
                    inside.append(all.timestamp(i), all.value(i));
                }
            }
            if (inside.size() > 0) {
                ranges.put(series.labels(), inside);
            }
        }
        return ranges;
    }

    private Map<Labels, Samples> subquery(Expr.Subquery subquery, long time) {
        long to = moved(subquery.shift(), time);
        long from = to - millis(subquery.range());
        long step = subquery.step() == null ? 60_000 : millis(Objects.requireNonNull(subquery.step()));
        Map<Labels, Samples> ranges = new LinkedHashMap<>();
        for (long at = Math.floorDiv(from, step) * step; at <= to; at += step) {
            if (at > from) {
                long now = at;
                vector(subquery.inner(), at)
                        .forEach((labels, value) -> ranges.computeIfAbsent(labels, l -> new Samples())
                                .append(now, value));
            }
        }
        return ranges;
    }

    private Map<Labels, Double> binary(Expr.Binary b, long time) {
        if (b.left().type() == ValueType.SCALAR) {
            double left = scalar(b.left(), time);
            return withScalar(b, vector(b.right(), time), value -> left, value -> value, true);
        }
        if (b.right().type() == ValueType.SCALAR) {
            double right = scalar(b.right(), time);
            return withScalar(b, vector(b.left(), time), value -> value, value -> right, false);
        }
        return SlowMatching.of(b, vector(b.left(), time), vector(b.right(), time));
    }

    private static Map<Labels, Double> withScalar(
            Expr.Binary b, Map<Labels, Double> vector, Change left, Change right, boolean scalarLeft) {
        Map<Labels, Double> result = new LinkedHashMap<>();
        vector.forEach((labels, value) -> {
            Double kept = cell(b, left.of(value), right.of(value), scalarLeft);
            if (kept != null) {
                boolean named = b.op().isComparison() && !b.bool();
                put(result, named ? labels : labels.withoutMetricName(), kept);
            }
        });
        return result;
    }

    /** What an operator gives of two values; null is nothing. */
    static @Nullable Double cell(Expr.Binary b, double left, double right, boolean keepRight) {
        BinaryOp op = b.op();
        if (!op.isComparison() || b.bool()) {
            return Arithmetic.calculate(op, left, right);
        }
        return Arithmetic.holds(op, left, right) ? (Double) (keepRight ? right : left) : null;
    }
}
