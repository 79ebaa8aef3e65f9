package io.dawsos.portfolio.alert;

import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: doubled each time up to a limit, of which between half and all is drawn, so
 * that receivers that come back are not met by everyone at once.
 *
 * @param random from 0 up to 1
 */
record Backoff(Duration first, Duration most, int attempts, DoubleSupplier random) {

    private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(1);
    private static final int MOST_DOUBLINGS = 30;

    /** @param made how many attempts were made, this one among them */
    boolean isOver(int made) {
        return made >= attempts;
    }

    /** @param retryAfter what the receiver asked for: respected up to an hour */
    Duration after(int made, @Nullable Duration retryAfter) {
        long doubled = first.toMillis() << Math.min(made - 1, MOST_DOUBLINGS);
        long whole = Math.min(doubled, most.toMillis());
        Duration drawn = Duration.ofMillis(whole / 2 + (long) (whole / 2.0 * random.getAsDouble()));
        if (retryAfter == null || retryAfter.compareTo(drawn) < 0) {
            return drawn;
        }
        return retryAfter.compareTo(LONGEST_ASKED_FOR) < 0 ? retryAfter : LONGEST_ASKED_FOR;
    }
}
