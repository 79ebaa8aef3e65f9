package io.dawsos.observatory.rules.testing;

import io.dawsos.observatory.config.ConfigNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** A test's start: seconds since the epoch, or a time as RFC 3339 writes it. */
final class StartTimestamp {
    private StartTimestamp() {}

    static Instant parse(ConfigNode node) {
        String text = node.string();
        try {
            return Instant.ofEpochMilli(Math.round(Double.parseDouble(text) * 1000));
        } catch (NumberFormatException notSeconds) {
            return time(node, text);
        }
    }

    private static Instant time(ConfigNode node, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException e) {
            throw node.problem(
                    "no time: \"" + text + "\"; write seconds since 1970 as 1704067200, or 2024-01-01T00:00:00Z");
        }
    }
}
