package io.dawsos.telemetry.redact;

import org.jspecify.annotations.Nullable;

/**
 * Short texts in which nothing was found to hide: the same names and values come again with every span and line. Keeps
 * the newest of those that fall on one slot, so that its size is bounded. Thread-safe without a lock: a slot holds one
 * text or another, and a text that is missed is only looked at once more.
 */
final class HarmlessTexts {

    private static final int LONGEST = 512;
    private static final int SLOTS = 1024;

    private final @Nullable String[] seen = new String[SLOTS];

    boolean contains(String text) {
        return text.length() <= LONGEST && text.equals(seen[slot(text)]);
    }

    void add(String text) {
        if (text.length() <= LONGEST) {
            seen[slot(text)] = text;
        }
    }

    private static int slot(String text) {
        int hash = text.hashCode();
        return (hash ^ (hash >>> 16)) & (SLOTS - 1);
    }
}
