package io.dawsos.telemetry.redact;

/** Where the value of a name ends. Looks no further than the caller's limit. */
record Values(String text) {

    /** @param from after the separator */
    Part after(String name, int from, int limit) {
        int start = from;
        while (start < limit && (text.charAt(start) == ' ' || text.charAt(start) == '>')) {
            start++;
        }
        int quote = start;
        while (quote < limit && text.charAt(quote) == '\\') {
            quote++;
        }
        if (quote < text.length() && Chars.isQuote(text.charAt(quote))) {
            return new Part(quote + 1, quoted(quote, quote - start, limit));
        }
        if (start < text.length() && (text.charAt(start) == '[' || text.charAt(start) == '{')) {
            return new Part(start, word(nested(start, limit), limit));
        }
        return new Part(start, SecretNames.takesWholeLine(name) ? line(start, limit) : word(start, limit));
    }

    /** Where the value of a header such as {@code Authorization} ends, which has spaces and commas within. */
    private int line(int start, int limit) {
        int end = start;
        while (end < limit && !Chars.isLineEnd(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private int word(int start, int limit) {
        int end = wordEnd(start, limit);
        boolean scheme = isWord("bearer", start, end) || isWord("basic", start, end);
        if (!scheme || end == text.length() || text.charAt(end) != ' ') {
            return end;
        }
        // "token: Bearer abc": the scheme is not the secret yet.
        while (end < limit && text.charAt(end) == ' ') {
            end++;
        }
        return wordEnd(end, limit);
    }

    private int wordEnd(int start, int limit) {
        int end = start;
        while (end < limit && !isEnd(end)) {
            end++;
        }
        return end;
    }

    private boolean isWord(String word, int start, int end) {
        return end - start == word.length() && text.regionMatches(true, start, word, 0, word.length());
    }

    /** Where the quote at {@code open}, itself escaped {@code depth} times, is closed. */
    private int quoted(int open, int depth, int limit) {
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

    private int nested(int open, int limit) {
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

    /** Whether an unquoted value ends before {@code i}; what may belong to a password ends it only where it closes something. */
    private boolean isEnd(int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '&', '<', '>' -> true;
            case ',', ';', ')', ']', '}', '"', '\'', '\\' ->
                i + 1 == text.length() || Chars.isPunctuation(text.charAt(i + 1));
            default -> Character.isWhitespace(c);
        };
    }
}
