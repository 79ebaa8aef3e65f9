package io.dawsos.telemetry.redact;

import org.jspecify.annotations.Nullable;

/** Credentials that are known by their own form, whatever stands before them. */
record Tokens(String text) {

    private static final int SHORTEST_JWT = 12;
    private static final int LONGEST_PROSE = 16;

    @Nullable
    Part jwt(int start, int limit) {
        if (!text.startsWith("eyJ", start)) {
            return null;
        }
        int end = tokenEnd(start, limit);
        return end - start >= SHORTEST_JWT ? new Part(start, end) : null;
    }

    /** {@code Bearer credentials}, {@code Basic credentials}, outside of a header. */
    @Nullable
    Part scheme(int start, int limit) {
        boolean bearer = text.regionMatches(true, start, "bearer ", 0, 7);
        if (!bearer && !text.regionMatches(true, start, "basic ", 0, 6)) {
            return null;
        }
        int from = start + (bearer ? 7 : 6);
        while (from < limit && text.charAt(from) == ' ') {
            from++;
        }
        int end = tokenEnd(from, limit);
        return isProse(from, end) ? null : new Part(from, end);
    }

    private int tokenEnd(int start, int limit) {
        int end = start;
        while (end < limit && Chars.isToken(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** The word after "basic" or "bearer" in a sentence, not a credential: letters in lower case only, and few. */
    private boolean isProse(int start, int end) {
        for (int i = start; i < end; i++) {
            if (text.charAt(i) < 'a' || text.charAt(i) > 'z') {
                return text.charAt(i) == '.' && i == end - 1 && i > start;
            }
        }
        return end - start <= LONGEST_PROSE;
    }
}
