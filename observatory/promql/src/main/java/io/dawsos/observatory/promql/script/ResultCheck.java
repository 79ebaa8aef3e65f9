package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.NativeHistogram;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.promql.ast.ValueType;
import io.dawsos.observatory.promql.eval.Column;
import io.dawsos.observatory.promql.eval.Steps;
import io.dawsos.observatory.promql.parse.NumberText;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares a result with what a script expects; the answer is what differs, null for nothing. */
final class ResultCheck {
    private final ScriptCommand.Eval eval;
    private final ScriptResult result;

    ResultCheck(ScriptCommand.Eval eval, ScriptResult result) {
        this.eval = eval;
        this.result = result;
    }

    /** Compares the result of a range query at all its steps. */
    @Nullable String range() {
        return rows(0, eval.steps().count(), false);
    }

    /** Compares the result of an instant query, or of one step of a range query. */
    @Nullable String instant(int step, boolean ordered) {
        if (eval.string() != null) {
            return result.type() == ValueType.STRING && result.string().equals(eval.string())
                    ? null
                    : "expected the string \"" + eval.string() + "\", got " + result.type().text() + " \""
                            + result.string() + "\"";
        }
        Steps times = eval.rangeVector();
        if (times != null) {
            return ranges(times);
        }
        if (eval.scalar() != null) {
            return scalar(step, eval.scalar());
        }
        if (result.type() != ValueType.INSTANT_VECTOR) {
            return "expected an instant vector, got a " + result.type().text();
        }
        return rows(step, 1, ordered);
    }

    private @Nullable String scalar(int step, double wanted) {
        if (result.type() != ValueType.SCALAR) {
            return "expected the scalar " + NumberText.of(wanted) + ", got a " + result.type().text();
        }
        double got = result.rows().getFirst().column().value(step);
        return Near.equal(wanted, got)
                ? null
                : "expected the scalar " + NumberText.of(wanted) + ", got " + NumberText.of(got);
    }

    private @Nullable String rows(int first, int count, boolean ordered) {
        Map<Labels, Column> got = new LinkedHashMap<>();
        for (ScriptResult.Row row : result.rows()) {
            if (some(row.column(), first, count) && got.put(row.labels(), row.column()) != null) {
                return "the result has " + row.labels() + " twice";
            }
        }
        Map<Labels, SeriesText> expected = expected();
        if (!expected.keySet().equals(got.keySet())) {
            return "expected the series " + expected.keySet() + ", got " + got.keySet();
        }
        if (ordered && !List.copyOf(expected.keySet()).equals(List.copyOf(got.keySet()))) {
            return "expected the order " + expected.keySet() + ", got " + got.keySet();
        }
        for (SeriesText series : expected.values()) {
            Column column = got.get(series.labels());
            String difference = column == null ? null : cells(series, column, first, count);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static boolean some(Column column, int first, int count) {
        for (int step = first; step < first + count; step++) {
            if (column.has(step)) {
                return true;
            }
        }
        return false;
    }

    /** In the script's order; the last of several lines for a series holds. */
    private Map<Labels, SeriesText> expected() {
        Map<Labels, SeriesText> expected = new LinkedHashMap<>();
        eval.expected().forEach(series -> expected.put(series.labels(), series));
        return expected;
    }

    private static @Nullable String cells(SeriesText series, Column column, int first, int count) {
        if (series.values().size() > count) {
            return series.labels() + ": expected " + series.values().size() + " values of a query with " + count
                    + " steps";
        }
        for (int i = 0; i < count; i++) {
            SequenceValue wanted = i < series.values().size() ? series.values().get(i) : new SequenceValue.Omitted();
            int step = first + i;
            boolean there = column.has(step);
            String difference =
                    value(wanted, there, there ? column.value(step) : 0, there ? column.histogram(step) : null);
            if (difference != null) {
                return series.labels() + " at step " + i + ": " + difference;
            }
        }
        return null;
    }

    private static @Nullable String value(
            SequenceValue wanted, boolean there, double value, @Nullable NativeHistogram histogram) {
        boolean same =
                switch (wanted) {
                    case SequenceValue.Omitted omitted -> !there;
                    case SequenceValue.Number number ->
                        there && histogram == null && Near.equal(number.value(), value);
                    case SequenceValue.Histogram expected ->
                        there && histogram != null && Near.equal(expected, histogram);
                };
        return same ? null : "expected " + text(wanted) + ", got " + text(there, value, histogram);
    }

    private static String text(SequenceValue value) {
        return switch (value) {
            case SequenceValue.Omitted omitted -> "nothing";
            case SequenceValue.Number number -> NumberText.of(number.value());
            case SequenceValue.Histogram histogram -> HistogramText.of(histogram.value());
        };
    }

    private static String text(boolean there, double value, @Nullable NativeHistogram histogram) {
        return !there ? "nothing" : histogram == null ? NumberText.of(value) : HistogramText.of(histogram);
    }

    private @Nullable String ranges(Steps times) {
        if (result.type() != ValueType.RANGE_VECTOR) {
            return "expected a range vector, got a " + result.type().text();
        }
        Map<Labels, Samples> got = new HashMap<>();
        result.ranges().forEach(range -> got.put(range.labels(), range.samples()));
        Map<Labels, SeriesText> expected = expected();
        if (!expected.keySet().equals(got.keySet())) {
            return "expected the series " + expected.keySet() + ", got " + got.keySet();
        }
        for (SeriesText series : expected.values()) {
            Samples samples = got.get(series.labels());
            String difference = samples == null ? null : samples(series, samples, times);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable String samples(SeriesText series, Samples samples, Steps times) {
        int next = 0;
        for (int i = 0; i < series.values().size(); i++) {
            boolean there = next < samples.size() && samples.timestamp(next) == times.at(i);
            String difference = value(
                    series.values().get(i),
                    there,
                    there ? samples.value(next) : 0,
                    there ? samples.histogram(next) : null);
            if (difference != null) {
                return series.labels() + " at " + times.at(i) + " ms: " + difference;
            }
            next += there ? 1 : 0;
        }
        return next == samples.size()
                ? null
                : series.labels() + ": expected " + next + " samples, got " + samples.size();
    }
}
