package io.dawsos.observatory.promql.function;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.Annotations;
import io.dawsos.observatory.promql.Feature;
import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.ast.DurationExpr;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.script.HistogramText;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * One function over one series at one step, as a test writes it: {@code rate(x_total[1m])} at a time. The result is the
 * first step of a column.
 *
 * @param column of one step
 */
record RangeCall(Column column, Annotations annotations) {
    private static final long LOOKBACK = 300_000;

    static RangeCall of(String query, long time, Samples samples) {
        return of(query, time, samples, EnumSet.allOf(Feature.class));
    }

    static RangeCall of(String query, long time, Samples samples, Set<Feature> features) {
        Expr.Call call = (Expr.Call) PromQl.parse(query, EnumSet.allOf(Feature.class));
        Expr.MatrixSelector range = range(call);
        long start = time - ((DurationExpr.Literal) range.range()).millis();
        Annotations annotations = new Annotations();
        Column column = new Column(1);
        Window window = window(samples, start, time, range.mode());
        if (window.size() > 0) {
            Labels labels = Labels.of(
                    Labels.METRIC_NAME, range.series().matchers().getFirst().value());
            RangeFunction function =
                    Objects.requireNonNull(Functions.range(call.function().name()));
            function.apply(
                    window,
                    scalars(call),
                    new FunctionContext(call, query, labels, range.mode(), features, annotations),
                    column,
                    0);
        }
        return new RangeCall(column, annotations);
    }

    private static Expr.MatrixSelector range(Expr.Call call) {
        return call.arguments().stream()
                .filter(Expr.MatrixSelector.class::isInstance)
                .map(Expr.MatrixSelector.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static double[] scalars(Expr.Call call) {
        return call.arguments().stream()
                .filter(Expr.NumberLiteral.class::isInstance)
                .mapToDouble(argument -> ((Expr.NumberLiteral) argument).value())
                .toArray();
    }

    private static Window window(Samples samples, long start, long end, RangeMode mode) {
        long first = mode == RangeMode.PLAIN ? start : start - LOOKBACK;
        long last = mode == RangeMode.SMOOTHED ? end + LOOKBACK : end;
        int from = 0;
        while (from < samples.size() && samples.timestamp(from) <= first) {
            from++;
        }
        int to = from;
        while (to < samples.size() && samples.timestamp(to) <= last) {
            to++;
        }
        Window window = new Window();
        window.move(samples, from, to, start, end, end);
        return window;
    }

    /** Floats at a spacing in milliseconds, the first at 0. */
    static Samples floats(long spacing, double... values) {
        Samples samples = new Samples();
        for (int i = 0; i < values.length; i++) {
            samples.append(i * spacing, values[i]);
        }
        return samples;
    }

    /** Floats and histograms, in the scripts' notation, at a spacing in milliseconds, the first at 0. */
    static Samples mixed(long spacing, String... values) {
        Samples samples = new Samples();
        for (int i = 0; i < values.length; i++) {
            if (values[i].startsWith("{{")) {
                samples.append(i * spacing, HistogramText.parse(values[i]).value());
            } else {
                samples.append(i * spacing, Double.parseDouble(values[i]));
            }
        }
        return samples;
    }

    boolean isEmpty() {
        return !column.has(0);
    }

    /** @throws IllegalStateException when the result is not a float */
    double value() {
        if (isEmpty() || column.histogram(0) != null) {
            throw new IllegalStateException("no float, but " + (isEmpty() ? "nothing" : "a histogram"));
        }
        return column.value(0);
    }

    NativeHistogram histogram() {
        return Objects.requireNonNull(column.histogram(0), "no histogram");
    }
}
