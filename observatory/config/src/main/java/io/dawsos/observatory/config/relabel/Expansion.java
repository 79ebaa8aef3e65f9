package io.dawsos.observatory.config.relabel;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with references to groups as Go's regexp expands it: {@code $1}, {@code ${1}}, {@code $name}, {@code $$} for a
 * dollar sign. A name is as long as it can be; one that there is no group of is empty; a {@code $} without a name stays.
 */
final class Expansion {
    private static final int NO_GROUP = -1;

    private sealed interface Part {
        record Text(String text) implements Part {}

        record Group(int number) implements Part {}
    }

    private final List<Part> parts = new ArrayList<>();
    private final boolean fixed;

    Expansion(String template, Pattern pattern) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < template.length()) {
            char c = template.charAt(i);
            Reference reference = c == '$' ? Reference.at(template, i + 1) : null;
            if (reference == null) {
                text.append(c);
                boolean escaped = c == '$' && template.startsWith("$", i + 1);
                i += escaped ? 2 : 1;
                continue;
            }
            flush(text);
            parts.add(new Part.Group(group(reference.name(), pattern)));
            i = reference.end();
        }
        flush(text);
        fixed = parts.stream().noneMatch(Part.Group.class::isInstance);
    }

    private void flush(StringBuilder text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Text(text.toString()));
            text.setLength(0);
        }
    }

    private static int group(String name, Pattern pattern) {
        if (name.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = name.length() > 6 ? NO_GROUP : Integer.parseInt(name);
            return number <= pattern.groupCount() ? number : NO_GROUP;
        }
        return pattern.namedGroups().getOrDefault(name, NO_GROUP);
    }

    /** Whether no group is referred to. */
    boolean isFixed() {
        return fixed;
    }

    /** @param match a matcher that has matched */
    String expand(Matcher match) {
        StringBuilder text = new StringBuilder();
        for (Part part : parts) {
            String piece =
                    switch (part) {
                        case Part.Text literal -> literal.text();
                        case Part.Group group -> group.number() == NO_GROUP ? "" : match.group(group.number());
                    };
            // A group that took no part in the match has no text.
            if (piece != null) {
                text.append(piece);
            }
        }
        return text.toString();
    }

    /** A name after a dollar sign, with or without braces. */
    private record Reference(String name, int end) {
        static @Nullable Reference at(String template, int start) {
            boolean braced = template.startsWith("{", start);
            int first = braced ? start + 1 : start;
            int end = first;
            while (end < template.length() && isWord(template.codePointAt(end))) {
                end += Character.charCount(template.codePointAt(end));
            }
            if (end == first || (braced && !template.startsWith("}", end))) {
                return null;
            }
            return new Reference(template.substring(first, end), braced ? end + 1 : end);
        }

        private static boolean isWord(int c) {
            return c == '_' || Character.isLetter(c) || Character.isDigit(c);
        }
    }
}
