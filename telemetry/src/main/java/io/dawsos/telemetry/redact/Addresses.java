package io.dawsos.telemetry.redact;

import org.jspecify.annotations.Nullable;

/** Credentials in addresses, and e-mail addresses. */
record Addresses(String text) {

    private static final int LONGEST_PASSWORD = 512;
    private static final int LONGEST_DOMAIN = 255;

    /** {@code scheme://user:password@host}. */
    @Nullable
    Part credentials(int start, int limit) {
        int end = start;
        int colon = -1;
        int at = -1;
        while (end < limit && !Chars.isAuthorityEnd(text.charAt(end))) {
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
        return at < 0 ? null : new Part(start, at);
    }

    /** A password with a slash in it, which it should not have: up to the last @ of the word. */
    private int lastAt(int from) {
        int at = -1;
        int farthest = Math.min(text.length(), from + LONGEST_PASSWORD);
        for (int i = from; i < farthest && isOfWord(text.charAt(i)); i++) {
            if (text.charAt(i) == '@') {
                at = i;
            }
        }
        return at;
    }

    private static boolean isOfWord(char c) {
        return !Character.isWhitespace(c) && !Chars.isQuote(c);
    }

    private boolean isPort(int start, int end) {
        for (int i = start; i < end; i++) {
            if (!Chars.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * {@code name@host.domain}.
     *
     * @param at where the at sign is
     * @param domain where what follows it begins
     * @param first how far back the name may begin
     */
    @Nullable
    Part mail(int at, int domain, int first, int limit) {
        int start = at;
        while (start > first && at - start < NamedValues.LONGEST_NAME && Chars.isLocalPart(text.charAt(start - 1))) {
            start--;
        }
        int end = domain;
        int dot = -1;
        while (end < limit && end - domain < LONGEST_DOMAIN && Chars.isDomain(text.charAt(end))) {
            if (text.charAt(end) == '.' && end + 1 < text.length() && Chars.isLetter(text.charAt(end + 1))) {
                dot = end;
            }
            end++;
        }
        while (end > domain && !Chars.isLetter(text.charAt(end - 1)) && !Chars.isDigit(text.charAt(end - 1))) {
            end--;
        }
        return start < at && dot > domain && end - dot > 2 ? new Part(start, end) : null;
    }
}
