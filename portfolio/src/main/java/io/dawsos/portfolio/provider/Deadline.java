package io.dawsos.portfolio.provider;

import java.time.Duration;

/** When a question has to be answered. */
record Deadline(Timekeeper time, long atNanos) {

    static Deadline in(Duration limit, Timekeeper time) {
        return new Deadline(time, time.nanos() + limit.toNanos());
    }

    /** Negative when it is over. */
    Duration left() {
        return Duration.ofNanos(atNanos - time.nanos());
    }

    /** Whether there is time for this and something after it. */
    boolean allows(Duration duration) {
        return duration.compareTo(left()) < 0;
    }

    Duration atMost(Duration limit) {
        Duration left = left();
        return left.compareTo(limit) < 0 ? left : limit;
    }
}
