package io.dawsos.telemetry.redact;

/** SKELETON: the one place that keeps secrets out of logs, spans and error answers. Thread-safe; never throws. */
public final class Redactor {

    /** The text with authorization values, tokens, passwords, API keys in query strings and e-mail addresses replaced by {@code [redacted]}; the same instance when it holds none. */
    public String redact(String text) {
        throw new UnsupportedOperationException();
    }

    /** The value of a named field (attribute, header, log key): hidden whole when the name says that it is a secret. */
    public String redact(String key, String value) {
        throw new UnsupportedOperationException();
    }

    /** The user id as telemetry may show it: itself, or a keyed hash of it by {@code DAWSOS_HASH_USER_ID}. */
    public String userId(String userId) {
        throw new UnsupportedOperationException();
    }
}
