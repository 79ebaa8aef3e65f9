package io.dawsos.portfolio.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** How one provider behaves now, and until when. Thread-safe. */
final class Chaos {

    static final Orders WELL = new Orders(ChaosMode.OK, Garbage.HTML, null, null, Duration.ofSeconds(30), false);

    /**
     * @param count how many requests it is for; null for all
     * @param duration null for ever
     * @param retryAfter what a 429 says
     * @param asDate whether it says so as a date rather than in seconds
     */
    record Orders(
            ChaosMode mode,
            Garbage garbage,
            @Nullable Integer count,
            @Nullable Duration duration,
            Duration retryAfter,
            boolean asDate) {}

    private final Clock clock;
    private Orders orders = WELL; // this and the following: guarded by this
    private int left;
    private @Nullable Instant until;
    private long requests;
    private CountDownLatch changed = new CountDownLatch(1);

    Chaos(Clock clock) {
        this.clock = clock;
    }

    /** Ends what was before; requests that are stalled are let go. */
    synchronized void set(Orders wanted) {
        orders = wanted;
        left = wanted.count() == null ? 0 : wanted.count();
        until = wanted.duration() == null ? null : clock.instant().plus(wanted.duration());
        changed.countDown();
        changed = new CountDownLatch(1);
    }

    /** Counts a request and tells what to do with it. */
    synchronized Orders next() {
        requests++;
        Orders now = current();
        if (now.mode() != ChaosMode.OK && now.count() != null && --left == 0) {
            orders = WELL;
        }
        return now;
    }

    private Orders current() {
        if (until != null && !clock.instant().isBefore(until)) {
            orders = WELL;
            until = null;
        }
        return orders;
    }

    /** Open until something is set. */
    synchronized CountDownLatch changed() {
        return changed;
    }

    synchronized Map<String, Object> state() {
        Orders now = current();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("mode", now.mode().name().toLowerCase(Locale.ROOT));
        if (now.mode() == ChaosMode.GARBAGE) {
            state.put("kind", now.garbage().name().toLowerCase(Locale.ROOT));
        }
        if (now.count() != null) {
            state.put("requests_left", left);
        }
        if (until != null) {
            state.put("until", until.toString());
        }
        state.put("requests", requests);
        return state;
    }
}
