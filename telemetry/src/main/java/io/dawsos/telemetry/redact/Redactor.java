package io.dawsos.telemetry.redact;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The one place that keeps secrets out of logs, spans and error answers. Thread-safe; never throws. Takes time in
 * proportion to the text, whatever it holds; text with nothing to hide is returned as it came.
 */
public final class Redactor {

    /** Stands for what was hidden. */
    public static final String REDACTED = "[redacted]";

    /** Longer text is cut here, in characters: nobody reads on, and no single record may fill a queue. */
    public static final int LONGEST = 65_536;

    private static final int MOST_PASSES = 8;
    private static final Set<String> USER_ID_NAMES = Set.of("user_id", "user.id", "enduser.id", "userId");

    private final @Nullable UserIdHash hash;
    private final HarmlessTexts harmlessTexts = new HarmlessTexts();
    private final HarmlessTexts harmlessNames = new HarmlessTexts();

    /** Shows user ids as they are. */
    public Redactor() {
        this(null);
    }

    /** @param userIdKey by which user ids are hashed (HMAC-SHA-256); null to show them */
    public Redactor(@Nullable String userIdKey) {
        this.hash = userIdKey == null ? null : new UserIdHash(userIdKey);
    }

    /**
     * The text with authorization values, tokens, passwords, API keys in query strings, credentials in addresses and
     * e-mail addresses replaced by {@value #REDACTED}; the same instance when it holds none and is no longer than
     * {@link #LONGEST}.
     */
    public String redact(String text) {
        if (text.length() > LONGEST) {
            return clean(text.substring(0, LONGEST)) + "... (cut, " + text.length() + " characters)";
        }
        return clean(text);
    }

    private String clean(String text) {
        if (harmlessTexts.contains(text)) {
            return text;
        }
        String clean = QuickLook.isSuspect(text) ? scanned(text) : text;
        if (clean.equals(text)) {
            harmlessTexts.add(text);
        }
        return clean;
    }

    /** Until nothing changes any more: what was hidden can bring a name and another value together. */
    private static String scanned(String text) {
        String clean = new Scan(text).run();
        String before = text;
        for (int pass = 1; pass < MOST_PASSES && !clean.equals(before); pass++) {
            before = clean;
            clean = new Scan(before).run();
        }
        return clean;
    }

    /**
     * The value of a named field (attribute, header, log key): hidden whole when the name says that it is a secret, as
     * {@link #userId} has it when the name says that it is a user id.
     */
    public String redact(String key, String value) {
        if (USER_ID_NAMES.contains(key)) {
            return userId(value);
        }
        if (isSecret(key)) {
            return value.isEmpty() || value.equals(REDACTED) ? value : REDACTED;
        }
        return redact(value);
    }

    private boolean isSecret(String name) {
        if (harmlessNames.contains(name)) {
            return false;
        }
        boolean secret = SecretNames.isSecret(name);
        if (!secret) {
            harmlessNames.add(name);
        }
        return secret;
    }

    /**
     * The user id as telemetry may show it: itself, or a keyed hash of it by {@code DAWSOS_HASH_USER_ID}. A hash is
     * returned as it came, so that hashing twice does no harm. An id that is an e-mail address is not shown.
     */
    public String userId(String userId) {
        return hash == null ? redact(userId) : hash.of(userId);
    }
}
