package io.dawsos.portfolio.provider;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Time that moves when it is told to, and when somebody waits. */
final class MovedTime implements Timekeeper {

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile Instant now;

    MovedTime(Instant now) {
        this.now = now;
    }

    void move(Duration by) {
        now = now.plus(by);
    }

    /** How long was waited, each time. */
    List<Duration> pauses() {
        return pauses;
    }

    @Override
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    @Override
    public long nanos() {
        return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public void pause(Duration duration) {
        pauses.add(duration);
        move(duration);
    }
}
