package io.dawsos.observatory.ingest.remote;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** How long to wait before the next try: twice as long each time. */
final class Backoff {
    /** However long a receiver asks to wait, it is asked again after this. */
    private static final Duration LONGEST_ASKED = Duration.ofMinutes(5);

    private final Duration most;
    private Duration next;

    Backoff(Duration least, Duration most) {
        this.most = most;
        next = least;
    }

    Duration next() {
        Duration wait = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(most) > 0 ? most : doubled;
        return wait;
    }

    /** @param retryAfter what the receiver asks for, in seconds or as a date; empty when it asks for nothing */
    Duration next(String retryAfter, Instant now) {
        Duration own = next();
        Duration asked = asked(retryAfter.strip(), now);
        Duration wait = asked.compareTo(own) > 0 ? asked : own;
        return wait.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : wait;
    }

    private static Duration asked(String retryAfter, Instant now) {
        if (retryAfter.isEmpty()) {
            return Duration.ZERO;
        }
        if (retryAfter.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(retryAfter));
        }
        try {
            Instant until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Duration.between(now, until);
        } catch (DateTimeException e) {
            // A date that is none asks for nothing.
            return Duration.ZERO;
        }
    }
}
