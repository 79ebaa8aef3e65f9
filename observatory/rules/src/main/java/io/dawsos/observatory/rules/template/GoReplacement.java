package io.dawsos.observatory.rules.template;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.dawsos.observatory.template.TemplateException;

/** Regular expressions in templates: RE2's, with Go's {@code $1}, {@code $name} and <code>${name}</code>. */
final class GoReplacement {
    private GoReplacement() {}

    static boolean matches(String regex, String text) {
        return compiled(regex).matcher(text).find();
    }

    static String replaceAll(String regex, String replacement, String text) {
        Matcher matcher = compiled(regex).matcher(text);
        StringBuilder out = new StringBuilder();
        int copied = 0;
        while (matcher.find()) {
            out.append(text, copied, matcher.start());
            expand(replacement, matcher, out);
            copied = matcher.end();
        }
        return out.append(text, copied, text.length()).toString();
    }

    private static Pattern compiled(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException e) {
            throw new TemplateException("\"" + regex + "\" is no regular expression: " + e.getDescription());
        }
    }

    private static void expand(String replacement, Matcher matcher, StringBuilder out) {
        int i = 0;
        while (i < replacement.length()) {
            char c = replacement.charAt(i);
            if (c != '$' || i + 1 == replacement.length()) {
                out.append(c);
                i++;
            } else if (replacement.charAt(i + 1) == '$') {
                out.append('$');
                i += 2;
            } else {
                i = reference(replacement, i, matcher, out);
            }
        }
    }

    /** Appends what the reference at a dollar stands for; the index after it. */
    private static int reference(String replacement, int dollar, Matcher matcher, StringBuilder out) {
        boolean braced = replacement.charAt(dollar + 1) == '{';
        int start = dollar + (braced ? 2 : 1);
        int end = start;
        while (end < replacement.length() && isWord(replacement.charAt(end))) {
            end++;
        }
        boolean closed = !braced || (end < replacement.length() && replacement.charAt(end) == '}');
        if (end == start || !closed) {
            out.append('$');
            return dollar + 1;
        }
        out.append(group(replacement.substring(start, end), matcher));
        return braced ? end + 1 : end;
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static String group(String name, Matcher matcher) {
        String value = null;
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = name.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(name);
            value = number <= matcher.groupCount() ? matcher.group(number) : null;
        } else if (matcher.pattern().namedGroups().containsKey(name)) {
            value = matcher.group(name);
        }
        return value == null ? "" : value;
    }
}
