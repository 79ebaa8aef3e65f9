package io.dawsos.telemetry.redact;

import org.jspecify.annotations.Nullable;

/**
 * One left-to-right pass over a text. Each character that can stand at a secret is looked at more closely: back over a
 * bounded number of characters, and forward over what is then hidden. Inside of what is hidden the search goes on, as
 * {@code token=password=x} hides one name behind another; it then looks a bounded way ahead, so that hostile text takes
 * linear time as well.
 */
final class Scan {

    private static final int SHORTEST_NAME = 3;
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_GAP = 8;
    private static final int LONGEST_PASSWORD = 512;
    private static final int SHORTEST_JWT = 12;
    private static final int FARTHEST_WITHIN = 1024;

    private final String text;
    private @Nullable StringBuilder clean;

    /** Where the last hidden part ends: the text before it is in {@link #clean}. */
    private int done;

    /** How far the current character may look ahead. */
    private int limit;

    Scan(String text) {
        this.text = text;
    }

    String run() {
        for (int i = 0; i < text.length(); i++) {
            limit = i < done ? Math.min(text.length(), i + FARTHEST_WITHIN) : text.length();
            switch (text.charAt(i)) {
                case '=' -> named(i, i + 1);
                case ':' -> colon(i);
                case '>' -> element(i);
                case '@' -> mail(i, i + 1);
                case '%' -> encoded(i);
                case 'e' -> jwt(i);
                case 'b', 'B' -> scheme(i);
                default -> {}
            }
        }
        return clean == null ? text : clean.append(text, done, text.length()).toString();
    }

    private void colon(int at) {
        if (text.startsWith("://", at)) {
            address(at + 3);
        } else {
            named(at, at + 1);
        }
    }

    /** {@code name=value}, {@code name: value}, {@code "name": "value"}, also as JSON within JSON. */
    private void named(int separator, int after) {
        int end = separator;
        while (end > 0 && separator - end < LONGEST_GAP && isAround(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        while (start > 0 && end - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
            start--;
        }
        if (end - start < SHORTEST_NAME) {
            return;
        }
        String name = text.substring(start, end);
        boolean query = start == 0 || text.charAt(start - 1) == '?' || text.charAt(start - 1) == '&';
        boolean secret = query ? SecretNames.isSecretInQuery(name) : SecretNames.isSecret(name);
        if (secret) {
            value(name, after);
        }
    }

    private void value(String name, int from) {
        int start = from;
        while (start < limit && (text.charAt(start) == ' ' || text.charAt(start) == '>')) {
            start++;
        }
        int quote = start;
        while (quote < limit && text.charAt(quote) == '\\') {
            quote++;
        }
        if (quote < text.length() && isQuote(text.charAt(quote))) {
            hide(quote + 1, quoted(quote, quote - start));
        } else if (start < text.length() && (text.charAt(start) == '[' || text.charAt(start) == '{')) {
            hide(start, word(nested(start)));
        } else {
            hide(start, SecretNames.takesWholeLine(name) ? line(start) : word(start));
        }
    }

    /** Where the value of a header such as {@code Authorization} ends, which has spaces and commas within. */
    private int line(int start) {
        int end = start;
        while (end < limit && !isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int word(int start) {
        int end = start;
        while (end < limit && !isValueEnd(end)) {
            end++;
        }
        boolean scheme = isWord("bearer", start, end) || isWord("basic", start, end);
        if (!scheme || end == text.length() || text.charAt(end) != ' ') {
            return end;
        }
        // "token: Bearer abc": the scheme is not the secret yet.
        while (end < limit && text.charAt(end) == ' ') {
            end++;
        }
        while (end < limit && !isValueEnd(end)) {
            end++;
        }
        return end;
    }

    private boolean isWord(String word, int start, int end) {
        return end - start == word.length() && text.regionMatches(true, start, word, 0, word.length());
    }

    /** Where the quote at {@code open}, itself escaped {@code depth} times, is closed. */
    private int quoted(int open, int depth) {
        char quote = text.charAt(open);
        int escapes = 0;
        for (int i = open + 1; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                escapes++;
            } else if (c == quote && escapes <= depth) {
                return i - escapes;
            } else {
                escapes = 0;
            }
        }
        return limit;
    }

    private int nested(int open) {
        int depth = 0;
        for (int i = open; i < limit; i++) {
            char c = text.charAt(i);
            if (c == '[' || c == '{') {
                depth++;
            } else if ((c == ']' || c == '}') && --depth == 0) {
                return i + 1;
            }
        }
        return limit;
    }

    /** {@code <password>value</password>}. */
    private void element(int close) {
        int start = close;
        while (start > 0 && close - start < LONGEST_NAME && isName(text.charAt(start - 1))) {
            start--;
        }
        boolean secret = start > 0
                && start < close
                && text.charAt(start - 1) == '<'
                && SecretNames.isSecret(text.substring(start, close));
        if (secret) {
            int end = text.indexOf('<', close, limit);
            hide(close + 1, end < 0 ? limit : end);
        }
    }

    /** {@code scheme://user:password@host}. */
    private void address(int start) {
        int end = start;
        int colon = -1;
        int at = -1;
        while (end < limit && !isAuthorityEnd(text.charAt(end))) {
            if (text.charAt(end) == '@') {
                at = end;
            } else if (text.charAt(end) == ':' && colon < 0) {
                colon = end;
            }
            end++;
        }
        if (at < 0 && colon >= 0 && !isPort(colon + 1, end)) {
            at = lastAt(end);
        }
        if (at >= 0) {
            hide(start, at);
        }
    }

    /** A password with a slash in it, which it should not have: up to the last @ of the word. */
    private int lastAt(int from) {
        int at = -1;
        int farthest = Math.min(text.length(), from + LONGEST_PASSWORD);
        for (int i = from; i < farthest && !Character.isWhitespace(text.charAt(i)) && !isQuote(text.charAt(i)); i++) {
            if (text.charAt(i) == '@') {
                at = i;
            }
        }
        return at;
    }

    private boolean isPort(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private void mail(int at, int domain) {
        int start = at;
        int hidden = at < done ? 0 : done;
        while (start > hidden && at - start < LONGEST_NAME && isLocalPart(text.charAt(start - 1))) {
            start--;
        }
        int end = domain;
        int dot = -1;
        while (end < limit && end - domain < 255 && isDomain(text.charAt(end))) {
            if (text.charAt(end) == '.' && end + 1 < text.length() && isLetter(text.charAt(end + 1))) {
                dot = end;
            }
            end++;
        }
        while (end > domain && !isLetter(text.charAt(end - 1)) && !isDigit(text.charAt(end - 1))) {
            end--;
        }
        if (start < at && dot > domain && end - dot > 2) {
            hide(start, end);
        }
    }

    /** {@code %3D} is an equals sign, {@code %40} an at sign. */
    private void encoded(int percent) {
        if (text.startsWith("40", percent + 1)) {
            mail(percent, percent + 3);
        } else if (text.regionMatches(true, percent + 1, "3d", 0, 2)) {
            named(percent, percent + 3);
        }
    }

    private void jwt(int start) {
        if (!text.startsWith("eyJ", start)) {
            return;
        }
        int end = start;
        while (end < limit && isToken(text.charAt(end))) {
            end++;
        }
        if (end - start >= SHORTEST_JWT) {
            hide(start, end);
        }
    }

    /** {@code Bearer credentials}, {@code Basic credentials}, outside of a header. */
    private void scheme(int start) {
        boolean bearer = text.regionMatches(true, start, "bearer ", 0, 7);
        if (!bearer && !text.regionMatches(true, start, "basic ", 0, 6)) {
            return;
        }
        int from = start + (bearer ? 7 : 6);
        while (from < limit && text.charAt(from) == ' ') {
            from++;
        }
        int end = from;
        while (end < limit && isToken(text.charAt(end))) {
            end++;
        }
        if (!isProse(from, end)) {
            hide(from, end);
        }
    }

    /** The word after "basic" or "bearer" in a sentence, not a credential: letters in lower case only, and few. */
    private boolean isProse(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return text.charAt(i) == '.' && i == end - 1 && i > start;
            }
        }
        return end - start <= 16;
    }

    private void hide(int start, int end) {
        boolean hidden = end - start == Redactor.REDACTED.length() && text.startsWith(Redactor.REDACTED, start);
        if (start >= end || hidden) {
            return;
        }
        if (start >= done || clean == null) {
            clean = clean == null ? new StringBuilder(text.length()) : clean;
            clean.append(text, done, start).append(Redactor.REDACTED);
        }
        done = Math.max(done, end);
    }

    /** Whether an unquoted value ends before {@code i}; what may belong to a password ends it only where it closes something. */
    private boolean isValueEnd(int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '&', '<', '>' -> true;
            case ',', ';', ')', ']', '}', '"', '\'', '\\' ->
                i + 1 == text.length() || isPunctuation(text.charAt(i + 1));
            default -> Character.isWhitespace(c);
        };
    }

    private static boolean isPunctuation(char c) {
        return Character.isWhitespace(c) || ",;)]}\"'\\.:&<>".indexOf(c) >= 0;
    }

    private static boolean isLineEnd(char c) {
        return c == '\n' || c == '\r';
    }

    /** What may stand between a name and its separator. */
    private static boolean isAround(char c) {
        return c == ' ' || c == '\\' || c == ']' || isQuote(c);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    private static boolean isAuthorityEnd(char c) {
        return c == '/' || c == '?' || c == '#' || isQuote(c) || Character.isWhitespace(c);
    }

    private static boolean isName(char c) {
        return isLetter(c) || isDigit(c) || c == '_' || c == '-' || c == '.';
    }

    private static boolean isToken(char c) {
        return isLetter(c) || isDigit(c) || "-._~+/=".indexOf(c) >= 0;
    }

    private static boolean isLocalPart(char c) {
        return Character.isLetterOrDigit(c) || "._%+-".indexOf(c) >= 0;
    }

    private static boolean isDomain(char c) {
        return isLetter(c) || isDigit(c) || c == '.' || c == '-';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
