package io.dawsos.observatory.alertmanager.matcher;

import io.dawsos.observatory.model.Matcher;

/** Reads one matcher of the classic language. */
final class ClassicMatcher {
    private final String text;
    private int at;

    ClassicMatcher(String text) {
        this.text = text;
    }

    Matcher parse() {
        skipSpace();
        String name = name();
        skipSpace();
        Matcher.Type type = operator();
        String raw = stripped(text.substring(at));
        String value = value(raw);
        try {
            return new Matcher(type, name, value);
        } catch (IllegalArgumentException e) {
            throw new MatcherException(String.valueOf(e.getMessage()), e);
        }
    }

    private String name() {
        int start = at;
        while (at < text.length() && isNameCharacter(text.charAt(at), at == start)) {
            at++;
        }
        if (at == start) {
            throw bad();
        }
        return text.substring(start, at);
    }

    private Matcher.Type operator() {
        for (Matcher.Type type : Matcher.Type.values()) {
            if (type != Matcher.Type.EQUAL && text.startsWith(type.operator(), at)) {
                at += 2;
                return type;
            }
        }
        if (!text.startsWith("=", at)) {
            throw bad();
        }
        at++;
        return Matcher.Type.EQUAL;
    }

    private MatcherException bad() {
        return new MatcherException(
                "a matcher is a label's name, one of = != =~ !~, and a value, like name=\"value\"; got "
                        + MatcherParser.shown(text));
    }

    private String value(String raw) {
        boolean quoted = raw.startsWith("\"");
        int length = raw.length();
        StringBuilder value = new StringBuilder(length);
        boolean closed = false;
        for (int i = quoted ? 1 : 0; i < length; i++) {
            char c = raw.charAt(i);
            if (c == '\\' && i + 1 < length) {
                unescape(raw.charAt(++i), value);
            } else if (c == '"') {
                if (!quoted || i + 1 < length) {
                    throw strayQuote(raw);
                }
                closed = true;
            } else {
                value.append(c);
            }
        }
        if (quoted && !closed) {
            throw strayQuote(raw);
        }
        return value.toString();
    }

    private static void unescape(char c, StringBuilder value) {
        switch (c) {
            case 'n' -> value.append('\n');
            case '"', '\\' -> value.append(c);
            default -> value.append('\\').append(c);
        }
    }

    private static MatcherException strayQuote(String raw) {
        return new MatcherException(
                "a double quote inside a value is written \\\", and a quoted value ends with a quote; got "
                        + MatcherParser.shown(raw));
    }

    private void skipSpace() {
        while (at < text.length() && isSpace(text.charAt(at))) {
            at++;
        }
    }

    private static String stripped(String value) {
        int start = 0;
        int end = value.length();
        while (start < end && isSpace(value.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(value.charAt(end - 1))) {
            end--;
        }
        return value.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
    }

    private static boolean isNameCharacter(char c, boolean first) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || c == '_'
                || c == ':'
                || (!first && c >= '0' && c <= '9');
    }
}
