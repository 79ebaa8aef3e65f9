package io.dawsos.observatory.alertmanager.template;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/** Go's {@code $1}, {@code $name} and {@code ${name}} in what replaces a match; a name is as long as it can be. */
final class Replacement {
    private Replacement() {}

    static String expanded(String replacement, Pattern pattern, Matcher match) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < replacement.length()) {
            int dollar = replacement.indexOf('$', at);
            if (dollar < 0) {
                return text.append(replacement, at, replacement.length()).toString();
            }
            text.append(replacement, at, dollar);
            at = expand(replacement, dollar, pattern, match, text);
        }
        return text.toString();
    }

    private static int expand(String replacement, int dollar, Pattern pattern, Matcher match, StringBuilder text) {
        boolean braces = replacement.startsWith("${", dollar);
        int from = braces ? dollar + 2 : dollar + 1;
        int end = from;
        while (end < replacement.length() && isName(replacement.charAt(end))) {
            end++;
        }
        boolean closed = !braces || (end < replacement.length() && replacement.charAt(end) == '}');
        if (end == from || !closed) {
            text.append('$');
            return replacement.startsWith("$$", dollar) ? dollar + 2 : dollar + 1;
        }
        text.append(group(replacement.substring(from, end), pattern, match));
        return braces ? end + 1 : end;
    }

    private static String group(String name, Pattern pattern, Matcher match) {
        int index = -1;
        if (name.matches("[0-9]{1,4}")) {
            index = Integer.parseInt(name);
        } else if (pattern.namedGroups().containsKey(name)) {
            index = pattern.namedGroups().get(name);
        }
        String group = index >= 0 && index <= match.groupCount() ? match.group(index) : null;
        return group == null ? "" : group;
    }

    private static boolean isName(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }
}
