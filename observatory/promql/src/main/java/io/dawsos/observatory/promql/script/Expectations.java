package io.dawsos.observatory.promql.script;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a script expects of a query besides its values: {@code expect warn msg: ...} and its like. */
final class Expectations {
    private static final Pattern LINE = Pattern.compile("expect\\s+(\\w+)(?:\\s+(msg|regex)\\s*:(.*))?");

    /** A text that one message must be or match. */
    record Expected(String text, Predicate<String> matches) {}

    private final List<Expected> warnings = new ArrayList<>();
    private final List<Expected> infos = new ArrayList<>();
    private boolean noWarnings;
    private boolean noInfos;
    private boolean ordered;
    private @Nullable Expected failure;

    /** @throws IllegalArgumentException when the line is no expectation */
    void add(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "write expect TYPE, expect TYPE msg: TEXT or expect TYPE regex: PATTERN, got \"" + line + "\"");
        }
        Expected expected = expected(parts.group(2), parts.group(3));
        switch (parts.group(1)) {
            case "warn" -> warnings.add(expected);
            case "info" -> infos.add(expected);
            case "no_warn" -> noWarnings = true;
            case "no_info" -> noInfos = true;
            case "ordered" -> ordered = true;
            case "fail" -> failure = expected;
            default -> throw new IllegalArgumentException("nothing to expect: \"" + parts.group(1)
                    + "\"; there are ok as no line at all, fail, warn, no_warn, info, no_info, ordered, string");
        }
    }

    private static Expected expected(@Nullable String kind, @Nullable String given) {
        String text = given == null ? "" : given.strip();
        if (kind == null) {
            return new Expected("any message", message -> true);
        }
        return kind.equals("msg")
                ? new Expected(text, text::equals)
                : new Expected("/" + text + "/", Pattern.compile(text).asPredicate());
    }

    /** The old way: {@code eval_fail}, {@code eval_warn}, {@code eval_info}, {@code eval_ordered}. */
    void addOld(String suffix) {
        add("expect " + suffix);
    }

    void failsWith(String kind, String text) {
        failure = expected(kind, text);
    }

    boolean ordered() {
        return ordered;
    }

    boolean fails() {
        return failure != null;
    }

    /** What is wrong with a failure's message, or null. */
    @Nullable String checkFailure(String message) {
        return failure == null || failure.matches().test(message)
                ? null
                : "expected to fail with " + failure.text() + ", failed with " + message;
    }

    /** What is wrong with the messages of a result, or null. */
    @Nullable String check(List<String> actualWarnings, List<String> actualInfos) {
        if (noWarnings && !actualWarnings.isEmpty()) {
            return "expected no warning, got " + actualWarnings;
        }
        if (noInfos && !actualInfos.isEmpty()) {
            return "expected no info, got " + actualInfos;
        }
        String wrong = check("warning", warnings, actualWarnings);
        return wrong == null ? check("info", infos, actualInfos) : wrong;
    }

    private static @Nullable String check(String kind, List<Expected> expected, List<String> actual) {
        for (Expected one : expected) {
            if (actual.stream().noneMatch(one.matches())) {
                return "expected the " + kind + " " + one.text() + ", got " + actual;
            }
        }
        for (String message : actual) {
            if (!expected.isEmpty()
                    && expected.stream().noneMatch(one -> one.matches().test(message))) {
                return "unexpected " + kind + " " + message;
            }
        }
        return null;
    }
}
