package io.dawsos.observatory.promql.format;

import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.ast.RangeMode;
import io.dawsos.observatory.promql.ast.TimeShift;
import io.dawsos.observatory.promql.parse.DurationText;
import io.dawsos.observatory.promql.parse.Keywords;
import io.dawsos.observatory.promql.parse.NumberText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Selectors as queries write them, and the names in them. */
final class SelectorText {
    private static final Pattern METRIC = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private SelectorText() {}

    static String vector(Expr.VectorSelector selector) {
        return series(selector) + mode(selector.mode()) + shift(selector.shift());
    }

    static String matrix(Expr.MatrixSelector matrix) {
        return series(matrix.series()) + "[" + DurationExprText.of(matrix.range()) + "]" + mode(matrix.mode())
                + shift(matrix.series().shift());
    }

    private static String mode(RangeMode mode) {
        return mode == RangeMode.PLAIN ? "" : " " + mode.name().toLowerCase(Locale.ROOT);
    }

    /** The name before the braces, where it can stand there. */
    private static String series(Expr.VectorSelector selector) {
        List<Matcher> matchers = selector.matchers();
        if (!named(matchers)) {
            return braces(selector);
        }
        String name = matchers.getFirst().value();
        List<Matcher> rest = matchers.subList(1, matchers.size());
        boolean plain = METRIC.matcher(name).matches() && !Keywords.contains(name);
        if (plain) {
            return rest.isEmpty() ? name : name + "{" + list(rest) + "}";
        }
        String quoted = GoString.quoted(name);
        return "{" + (rest.isEmpty() ? quoted : quoted + ", " + list(rest)) + "}";
    }

    /** All matchers in braces, that of the name among them. */
    static String braces(Expr.VectorSelector selector) {
        return "{" + list(selector.matchers()) + "}";
    }

    /** Whether the first matcher, and no other, sets the metric's name. */
    private static boolean named(List<Matcher> matchers) {
        return !matchers.isEmpty()
                && matchers.getFirst().name().equals(Labels.METRIC_NAME)
                && matchers.getFirst().type() == Matcher.Type.EQUAL
                && !matchers.getFirst().value().isEmpty()
                && matchers.stream()
                                .filter(matcher -> matcher.name().equals(Labels.METRIC_NAME))
                                .count()
                        == 1;
    }

    private static String list(List<Matcher> matchers) {
        return matchers.stream()
                .map(matcher ->
                        labelInBraces(matcher.name()) + matcher.type().operator() + GoString.quoted(matcher.value()))
                .collect(Collectors.joining(", "));
    }

    private static String labelInBraces(String name) {
        return LABEL.matcher(name).matches() ? name : GoString.quoted(name);
    }

    /** A label in a list of {@code by}, {@code on} and their like, where keywords are quoted. */
    static String label(String name) {
        return LABEL.matcher(name).matches() && !Keywords.contains(name) ? name : GoString.quoted(name);
    }

    static String shift(TimeShift shift) {
        return (shift.offset() == null ? "" : " offset " + DurationExprText.of(shift.offset()))
                + (shift.anchor() == null ? "" : " @ " + anchor(shift.anchor()));
    }

    private static String anchor(TimeShift.Anchor anchor) {
        return switch (anchor) {
            case TimeShift.Anchor.At at -> seconds(at.millis());
            case TimeShift.Anchor.Start start -> "start()";
            case TimeShift.Anchor.End end -> "end()";
        };
    }

    private static String seconds(long millis) {
        return millis % 1000 == 0
                ? Long.toString(millis / 1000)
                : BigDecimal.valueOf(millis, 3).stripTrailingZeros().toPlainString();
    }

    /** A number, or a duration where it was written as one; a negative zero keeps its sign. */
    static String number(Expr.NumberLiteral number) {
        double value = number.value();
        if (!number.duration()) {
            return NumberText.of(value);
        }
        return (value < 0 || 1 / value < 0 ? "-" : "") + DurationText.of(Math.round(Math.abs(value) * 1000));
    }
}
