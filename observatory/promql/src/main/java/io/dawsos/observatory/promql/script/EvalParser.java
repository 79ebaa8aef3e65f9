package io.dawsos.observatory.promql.script;

import io.dawsos.observatory.promql.PromQl;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.ast.Expr;
import io.dawsos.observatory.promql.eval.Steps;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what stands under {@code eval}: expectations and expected series. */
final class EvalParser {
    private static final String STRING = "expect string";
    private static final Pattern RANGE_VECTOR =
            Pattern.compile("expect range vector from\\s+(\\S+)\\s+to\\s+(\\S+)\\s+step\\s+(\\S+)");
    private static final Pattern OLD_FAILURE = Pattern.compile("expected_fail_(message|regexp)\\s+(.*)");

    private final String query;
    private final boolean instant;
    private final Steps steps;
    private final int line;
    private final Expectations expectations = new Expectations();
    private final List<SeriesText> expected = new ArrayList<>();
    private @Nullable Double scalar;
    private @Nullable String string;
    private @Nullable Steps rangeVector;

    EvalParser(@Nullable String suffix, String query, boolean instant, Steps steps, int line) {
        this.query = query;
        this.instant = instant;
        this.steps = steps;
        this.line = line;
        if (suffix != null) {
            expectations.addOld(suffix);
        }
    }

    ScriptCommand.Eval parse(List<String> body) {
        body.forEach(this::line);
        return new ScriptCommand.Eval(
                line, query, instant, steps, expected, scalar, string, rangeVector, expectations);
    }

    private void line(String text) {
        Matcher failure = OLD_FAILURE.matcher(text);
        Matcher vector = RANGE_VECTOR.matcher(text);
        if (failure.matches()) {
            expectations.failsWith(failure.group(1).equals("message") ? "msg" : "regex", failure.group(2));
        } else if (vector.matches()) {
            long from = ScriptParser.time(vector.group(1));
            long step = ScriptParser.time(vector.group(3));
            int count = Math.toIntExact((ScriptParser.time(vector.group(2)) - from) / step) + 1;
            rangeVector = new Steps(from, step, count);
        } else if (text.startsWith(STRING)) {
            string = string(text.substring(STRING.length()).strip());
        } else if (text.startsWith("expect ") || text.equals("expect")) {
            expectations.add(text);
        } else {
            value(text);
        }
    }

    private void value(String text) {
        OptionalDouble number = number(text);
        if (number.isPresent()) {
            scalar = number.getAsDouble();
            return;
        }
        SeriesText series = SeriesText.parse(text);
        if (instant && rangeVector == null && series.values().size() > 1) {
            throw new IllegalArgumentException(
                    "an instant query has one value a series; write expect range vector from ... for more");
        }
        expected.add(series);
    }

    private static OptionalDouble number(String text) {
        try {
            return OptionalDouble.of(SequenceText.number(text));
        } catch (IllegalArgumentException e) {
            return OptionalDouble.empty();
        }
    }

    private static String string(String quoted) {
        try {
            if (PromQl.parse(quoted) instanceof Expr.StringLiteral literal) {
                return literal.value();
            }
        } catch (PromQlException e) {
            throw new IllegalArgumentException("expect string wants a string in quotes: " + e.getMessage(), e);
        }
        throw new IllegalArgumentException("expect string wants a string in quotes, got " + quoted);
    }
}
