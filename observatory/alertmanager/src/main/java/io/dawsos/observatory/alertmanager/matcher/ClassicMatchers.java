package io.dawsos.observatory.alertmanager.matcher;

import io.dawsos.observatory.model.Matcher;
import java.util.ArrayList;
import java.util.List;

/**
 * The classic language: ASCII names, values with or without quotes, OpenMetrics's escapes. It is tolerant, since people
 * type it: one brace may be missing, a value may be empty, a backslash that escapes nothing stands for itself.
 */
final class ClassicMatchers {
    private ClassicMatchers() {}

    static List<Matcher> parse(String text) {
        int start = text.startsWith("{") ? 1 : 0;
        int end = text.endsWith("}") && text.length() > start ? text.length() - 1 : text.length();
        List<Matcher> matchers = new ArrayList<>();
        for (String one : split(text.substring(start, end))) {
            matchers.add(new ClassicMatcher(one).parse());
        }
        return matchers;
    }

    /** The parts between commas outside of quotes; a last part that is blank is none. */
    private static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
                continue;
            }
            if (c == '"') {
                quoted = quoted == escaped;
                escaped = false;
            } else if (c == '\\') {
                escaped = !escaped;
            } else if (c != ',') {
                escaped = false;
            }
            part.append(c);
        }
        if (!part.toString().isBlank()) {
            parts.add(part.toString());
        }
        return parts;
    }
}
