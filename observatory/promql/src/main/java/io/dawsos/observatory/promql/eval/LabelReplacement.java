package io.dawsos.observatory.promql.eval;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.dawsos.observatory.model.GoString;
import io.dawsos.observatory.model.Labels;

/** What {@code label_replace} does to a series' labels; {@code $1}, {@code $name}, {@code ${name}} stand for groups. */
record LabelReplacement(String label, String replacement, String source, Pattern pattern) {
    /** @throws io.dawsos.observatory.promql.PromQlException when the label or the regular expression is none */
    static LabelReplacement of(String label, String replacement, String source, String regex) {
        checkName(label, "label_replace");
        try {
            return new LabelReplacement(label, replacement, source, Pattern.compile("^(?s:" + regex + ")$"));
        } catch (PatternSyntaxException e) {
            throw Evaluation.failure(
                    "invalid regular expression in label_replace(): " + regex + ": " + e.getDescription());
        }
    }

    static void checkName(String label, String function) {
        if (label.isEmpty() || !GoString.isUnicode(label)) {
            throw Evaluation.failure("invalid destination label name in " + function + "(): " + label);
        }
    }

    Labels apply(Labels labels) {
        String value = labels.get(source);
        Matcher matcher = pattern.matcher(value);
        return matcher.find() ? labels.with(label, expanded(matcher)) : labels;
    }

    private String expanded(Matcher matcher) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < replacement.length()) {
            int dollar = replacement.indexOf('$', at);
            if (dollar < 0 || dollar == replacement.length() - 1) {
                return text.append(replacement, at, replacement.length()).toString();
            }
            text.append(replacement, at, dollar);
            at = reference(dollar + 1, matcher, text);
        }
        return text.toString();
    }

    /** Appends what a reference stands for; returns where the text goes on. */
    private int reference(int from, Matcher matcher, StringBuilder text) {
        if (replacement.charAt(from) == '$') {
            text.append('$');
            return from + 1;
        }
        boolean braces = replacement.charAt(from) == '{';
        int start = braces ? from + 1 : from;
        int end = start;
        while (end < replacement.length() && isNamePart(replacement.charAt(end))) {
            end++;
        }
        boolean closed = !braces || (end < replacement.length() && replacement.charAt(end) == '}');
        if (end == start || !closed) {
            text.append('$');
            return from;
        }
        text.append(group(replacement.substring(start, end), matcher));
        return braces ? end + 1 : end;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static String group(String name, Matcher matcher) {
        String value;
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = name.length() > 9 ? Integer.MAX_VALUE : Integer.parseInt(name);
            value = number <= matcher.groupCount() ? matcher.group(number) : null;
        } else {
            value = matcher.pattern().namedGroups().containsKey(name) ? matcher.group(name) : null;
        }
        return value == null ? "" : value;
    }
}
