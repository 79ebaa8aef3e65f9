package io.dawsos.telemetry.redact;

import org.jspecify.annotations.Nullable;

/** Values whose name says that they are secret. Looks a bounded number of characters back for the name. */
final class NamedValues {

    private static final int SHORTEST_NAME = 3;
    static final int LONGEST_NAME = 64;
    private static final int LONGEST_GAP = 8;

    private final String text;
    private final Values values;

    NamedValues(String text) {
        this.text = text;
        this.values = new Values(text);
    }

    /** {@code name=value}, {@code name: value}, {@code "name": "value"}, also as JSON within JSON. */
    @Nullable
    Part at(int separator, int after, int limit) {
        int end = separator;
        while (end > 0 && separator - end < LONGEST_GAP && Chars.isAround(text.charAt(end - 1))) {
            end--;
        }
        int start = nameStart(end);
        if (end - start < SHORTEST_NAME) {
            return null;
        }
        String name = text.substring(start, end);
        boolean query = start == 0 || text.charAt(start - 1) == '?' || text.charAt(start - 1) == '&';
        boolean secret = query ? SecretNames.isSecretInQuery(name) : SecretNames.isSecret(name);
        return secret ? values.after(name, after, limit) : null;
    }

    /** {@code <password>value</password>}. */
    @Nullable
    Part inElement(int close, int limit) {
        int start = nameStart(close);
        boolean secret = start > 0
                && start < close
                && text.charAt(start - 1) == '<'
                && SecretNames.isSecret(text.substring(start, close));
        if (!secret) {
            return null;
        }
        int end = text.indexOf('<', close, limit);
        return new Part(close + 1, end < 0 ? limit : end);
    }

    private int nameStart(int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_NAME && Chars.isName(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }
}
