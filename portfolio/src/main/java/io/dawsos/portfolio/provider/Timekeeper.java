package io.dawsos.portfolio.provider;

import java.time.Clock;
import java.time.Duration;

/** Tells the time, measures and waits: one part, so that a test can move all three together. */
interface Timekeeper {

    /** The time of day. */
    Clock clock();

    /** Time that only goes forward, in nanoseconds from some moment. */
    long nanos();

    void pause(Duration duration) throws InterruptedException;

    static Timekeeper of(Clock clock) {
        return new Timekeeper() {
            @Override
            public Clock clock() {
                return clock;
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public void pause(Duration duration) throws InterruptedException {
                Thread.sleep(duration);
            }
        };
    }
}
