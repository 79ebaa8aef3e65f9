package io.dawsos.telemetry.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Splits SQL into words and signs, and writes it again without its literals and comments. Knows the literals of
 * PostgreSQL, which are those of others and more: {@code 'it''s'}, {@code E'it\'s'}, {@code $tag$it's$tag$}. What is
 * not closed goes to the end of the query.
 */
final class SqlScanner {

    private final String sql;
    private final StringBuilder text;
    private int at;

    SqlScanner(String sql) {
        this.sql = sql;
        this.text = new StringBuilder(sql.length());
    }

    /** The query so far: blanks joined, {@code ?} for literals. */
    String text() {
        return text.toString().strip();
    }

    /** The next word or sign, {@code ?} for a literal; null at the end. */
    @Nullable
    String next() {
        skipBlanks();
        if (at >= sql.length()) {
            return null;
        }
        int start = at;
        char c = sql.charAt(start);
        String token;
        if (c == '\'') {
            at = quoted(start, '\'', false);
            token = "?";
        } else if (c == '"' || c == '`') {
            at = quoted(start, c, false);
            token = sql.substring(start, at);
        } else if (c == '$' && dollarQuoted(start)) {
            token = "?";
        } else if (c == '$' && isDigit(start + 1)) {
            at = number(start + 1);
            token = sql.substring(start, at);
        } else if (Character.isDigit(c) || (c == '.' && isDigit(start + 1))) {
            at = number(start);
            token = "?";
        } else if (isWord(c)) {
            token = word(start);
        } else {
            at = start + 1;
            token = String.valueOf(c);
        }
        text.append(token);
        return token;
    }

    /** A word, with the parts of a qualified name ({@code public.lots}) taken together; or a prefixed literal. */
    private String word(int start) {
        int end = start;
        while (end < sql.length() && (isWord(sql.charAt(end)) || sql.charAt(end) == '.' || isDigit(end))) {
            end++;
        }
        boolean literal = end < sql.length() && sql.charAt(end) == '\'' && end - start <= 2;
        if (literal) {
            char prefix = Character.toLowerCase(sql.charAt(start));
            at = quoted(end, '\'', prefix == 'e');
            return "?";
        }
        at = end;
        return sql.substring(start, end);
    }

    private int quoted(int open, char quote, boolean backslashes) {
        for (int i = open + 1; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (backslashes && c == '\\') {
                i++;
            } else if (c == quote) {
                if (i + 1 < sql.length() && sql.charAt(i + 1) == quote) {
                    i++;
                } else {
                    return i + 1;
                }
            }
        }
        return sql.length();
    }

    private boolean dollarQuoted(int start) {
        int end = start + 1;
        while (end < sql.length() && isWord(sql.charAt(end)) && end - start < 64) {
            end++;
        }
        if (end >= sql.length() || sql.charAt(end) != '$') {
            return false;
        }
        String tag = sql.substring(start, end + 1);
        int close = sql.indexOf(tag, end + 1);
        at = close < 0 ? sql.length() : close + tag.length();
        return true;
    }

    private int number(int start) {
        int end = start;
        while (end < sql.length() && isNumber(end)) {
            end++;
        }
        return end;
    }

    private boolean isNumber(int i) {
        char c = sql.charAt(i);
        boolean exponent = (c == '+' || c == '-') && Character.toLowerCase(sql.charAt(i - 1)) == 'e';
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || exponent;
    }

    private void skipBlanks() {
        int start = at;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at))) {
                at++;
            } else if (sql.startsWith("--", at)) {
                at = endOf("\n", at + 2);
            } else if (sql.startsWith("/*", at)) {
                at = endOf("*/", at + 2);
            } else {
                break;
            }
        }
        if (at > start) {
            text.append(' ');
        }
    }

    private int endOf(String close, int from) {
        int found = sql.indexOf(close, from);
        return found < 0 ? sql.length() : found + close.length();
    }

    private boolean isDigit(int i) {
        return i < sql.length() && sql.charAt(i) >= '0' && sql.charAt(i) <= '9';
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
