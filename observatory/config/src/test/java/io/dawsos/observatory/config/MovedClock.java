package io.dawsos.observatory.config;

import java.time.Instant;
import java.time.InstantSource;

/** A clock that the test moves. */
final class MovedClock implements InstantSource {
    private volatile Instant now;

    MovedClock(Instant now) {
        this.now = now;
    }

    void forward(long seconds) {
        now = now.plusSeconds(seconds);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
