package io.dawsos.observatory.tsdb.index;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be told of a regular expression without running it: each string that it matches equals one of its exact
 * alternatives or begins with one of the others. So {@code (GET|POST)} is two lookups, and {@code api-.*} the values
 * from {@code api-} on.
 *
 * @param alternatives none when nothing can be told
 */
record RegexShape(List<Alternative> alternatives) {
    private static final int MOST_ALTERNATIVES = 1000;
    private static final String SPECIAL = ".[]{}()*+?^$|\\";

    /** @param exact whether the text is all of the string, or only its beginning */
    record Alternative(String text, boolean exact) {}

    static RegexShape of(String regex) {
        boolean flags = regex.replace("(?:", "(").contains("(?");
        if (flags || regex.contains("\\Q")) {
            return new RegexShape(List.of());
        }
        List<Alternative> alternatives = alternatives(regex);
        boolean known = alternatives.stream().allMatch(alternative -> alternative.exact || !alternative.text.isEmpty());
        return new RegexShape(known && alternatives.size() <= MOST_ALTERNATIVES ? alternatives : List.of());
    }

    private static List<Alternative> alternatives(String regex) {
        List<Alternative> all = new ArrayList<>();
        int start = 0;
        for (int bar = next('|', regex, 0); bar >= 0; bar = next('|', regex, start)) {
            all.addAll(sequence(regex.substring(start, bar)));
            start = bar + 1;
        }
        all.addAll(sequence(regex.substring(start)));
        return all;
    }

    /** Where a character stands next outside of groups, classes and escapes; -1 when nowhere. */
    private static int next(char wanted, String regex, int from) {
        int depth = 0;
        for (int i = from; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c == wanted && depth == 0) {
                return i;
            }
            switch (c) {
                case '\\' -> i++;
                case '(' -> depth++;
                case ')' -> depth--;
                case '[' -> i = classEnd(regex, i);
                default -> {}
            }
        }
        return -1;
    }

    private static int classEnd(String regex, int open) {
        int first = regex.startsWith("^", open + 1) ? open + 2 : open + 1;
        int i = first;
        while (i < regex.length()) {
            if (regex.charAt(i) == ']' && i > first) {
                return i;
            }
            if (regex.charAt(i) == '\\') {
                i += 2;
            } else if (regex.startsWith("[:", i) && regex.indexOf(":]", i) > 0) {
                i = regex.indexOf(":]", i) + 2;
            } else {
                i++;
            }
        }
        return i;
    }

    private static List<Alternative> sequence(String regex) {
        List<Alternative> found = List.of(new Alternative("", true));
        int i = regex.startsWith("^") ? 1 : 0;
        while (i < regex.length()) {
            int close = regex.charAt(i) == '(' ? next(')', regex, i + 1) : -1;
            String literal = literal(regex, i);
            int after = close > 0 ? close + 1 : literal == null ? i : i + width(regex, i);
            List<Alternative> step;
            if (close > 0) {
                String inner = regex.substring(regex.startsWith("(?:", i) ? i + 3 : i + 1, close);
                step = alternatives(inner);
            } else if (literal != null) {
                step = List.of(new Alternative(literal, true));
            } else {
                return begun(found);
            }
            char quantifier = after < regex.length() ? regex.charAt(after) : ' ';
            if (quantifier == '*' || quantifier == '?' || quantifier == '{') {
                return begun(found);
            }
            if (found.size() * step.size() > MOST_ALTERNATIVES) {
                return begun(found);
            }
            found = product(found, step);
            if (quantifier == '+') {
                return begun(found);
            }
            i = after;
        }
        return found;
    }

    /** The one character that stands here for itself, null when something else does. */
    private static @Nullable String literal(String regex, int at) {
        char c = regex.charAt(at);
        if (c == '\\') {
            char escaped = at + 1 < regex.length() ? regex.charAt(at + 1) : 'a';
            return escaped < 128 && !Character.isLetterOrDigit(escaped) ? String.valueOf(escaped) : null;
        }
        return SPECIAL.indexOf(c) >= 0 ? null : Character.toString(regex.codePointAt(at));
    }

    private static int width(String regex, int at) {
        return regex.charAt(at) == '\\' ? 2 : Character.charCount(regex.codePointAt(at));
    }

    private static List<Alternative> begun(List<Alternative> found) {
        return found.stream()
                .map(alternative -> new Alternative(alternative.text, false))
                .toList();
    }

    private static List<Alternative> product(List<Alternative> found, List<Alternative> step) {
        List<Alternative> product = new ArrayList<>();
        for (Alternative head : found) {
            if (!head.exact) {
                product.add(head);
                continue;
            }
            for (Alternative tail : step) {
                product.add(new Alternative(head.text + tail.text, tail.exact));
            }
        }
        return product;
    }
}
