package io.dawsos.portfolio.provider;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A provider's key. Never printed. */
final class ApiKey {

    private static final String HIDDEN = "[redacted]";

    private final String value;
    private final String encoded;

    /** @param value at least one character */
    ApiKey(String value) {
        this.value = value;
        this.encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** As a parameter of an address wants it. */
    String encoded() {
        return encoded;
    }

    /** The text without the key, should it be in there: some servers repeat what they were asked. */
    String hideIn(String text) {
        return text.replace(value, HIDDEN).replace(encoded, HIDDEN);
    }

    @Override
    public String toString() {
        return HIDDEN;
    }
}
