package io.dawsos.observatory.template.html;

import java.util.Locale;

/** Where in a style the template stands. */
final class CssContext {
    private enum State {
        CODE,
        DOUBLE_QUOTED,
        SINGLE_QUOTED,
        URL,
        COMMENT
    }

    private static final String ENDS_VALUES = "\0\"'()/;@[\\]`{}<>";
    private static final String ESCAPED_IN_STRINGS = "\0\t\n\f\r\"&'()+/:;<>\\{}";

    private State state = State.CODE;
    /** A quoted address ends with its quote, and goes back to the address's parenthesis. */
    private boolean quotedUrl;

    private UrlPart part = UrlPart.START;

    void text(String text) {
        for (int i = 0; i < text.length(); i++) {
            i = character(text, i);
        }
    }

    /** Takes what begins at an index and gives the last index of it. */
    private int character(String text, int i) {
        char c = text.charAt(i);
        switch (state) {
            case CODE -> {
                return code(text, i);
            }
            case DOUBLE_QUOTED, SINGLE_QUOTED -> {
                char quote = state == State.DOUBLE_QUOTED ? '"' : '\'';
                if (c == '\\') {
                    return i + 1;
                }
                if (c == quote) {
                    state = quotedUrl ? State.URL : State.CODE;
                } else {
                    part = part.after(String.valueOf(c));
                }
            }
            case URL -> {
                if (c == ')') {
                    state = State.CODE;
                } else {
                    part = part.after(String.valueOf(c));
                }
            }
            case COMMENT -> {
                if (text.startsWith("*/", i)) {
                    state = State.CODE;
                    return i + 1;
                }
            }
        }
        return i;
    }

    private int code(String text, int i) {
        if (text.startsWith("/*", i)) {
            state = State.COMMENT;
            return i + 1;
        }
        char c = text.charAt(i);
        if (c == '"' || c == '\'') {
            quoted(c, false);
        } else if (text.regionMatches(true, i, "url(", 0, 4)) {
            return url(text, i + 4);
        }
        return i;
    }

    private int url(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            quoted(text.charAt(at), true);
            return at;
        }
        state = State.URL;
        part = UrlPart.START;
        return at - 1;
    }

    private void quoted(char quote, boolean url) {
        state = quote == '"' ? State.DOUBLE_QUOTED : State.SINGLE_QUOTED;
        quotedUrl = url;
        part = UrlPart.START;
    }

    String escaped(Value value) {
        return switch (state) {
            case CODE -> value.kind() == SafeText.Kind.CSS ? value.text() : filtered(value.text());
            case URL -> part.escaped(value);
            case DOUBLE_QUOTED, SINGLE_QUOTED -> quotedUrl ? part.escaped(value) : string(value);
            case COMMENT -> "";
        };
    }

    private String string(Value value) {
        if (part == UrlPart.QUERY_OR_FRAGMENT) {
            return UrlEscape.component(value.text());
        }
        return string(
                part == UrlPart.START && value.kind() != SafeText.Kind.URL
                        ? UrlEscape.filtered(value.text())
                        : value.text());
    }

    private static String string(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                escaped.append("\\\\");
            } else if (ESCAPED_IN_STRINGS.indexOf(c) >= 0) {
                escaped.append('\\').append(Integer.toHexString(c));
                if (i + 1 == text.length() || joins(text.charAt(i + 1))) {
                    escaped.append(' ');
                }
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean joins(char next) {
        return Character.digit(next, 16) >= 0 || Character.isWhitespace(next);
    }

    /** Names, numbers and colours pass. */
    private static String filtered(String text) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (ENDS_VALUES.indexOf(c) >= 0 || (c == '-' && i > 0 && text.charAt(i - 1) == '-')) {
                return Filter.REFUSED;
            }
            if (Character.isLetterOrDigit(c) || c == '_' || c == '-') {
                name.append(c);
            }
        }
        String known = name.toString().toLowerCase(Locale.ROOT);
        return known.contains("expression") || known.contains("mozbinding") || known.contains("moz-binding")
                ? Filter.REFUSED
                : text;
    }
}
