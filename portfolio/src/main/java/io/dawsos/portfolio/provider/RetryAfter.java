package io.dawsos.portfolio.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {

    /** No provider's word shuts it out for longer. */
    static final Duration MOST = Duration.ofHours(1);

    private RetryAfter() {}

    /** From now on, not negative, an hour at most; null when it says neither. */
    static @Nullable Duration parse(String value, Instant now) {
        String text = value.strip();
        if (text.matches("\\d{1,18}")) {
            long seconds = Long.parseLong(text);
            return Duration.ofSeconds(Math.min(seconds, MOST.toSeconds()));
        }
        try {
            Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(now, until);
            return wait.isNegative() ? Duration.ZERO : wait.compareTo(MOST) > 0 ? MOST : wait;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
