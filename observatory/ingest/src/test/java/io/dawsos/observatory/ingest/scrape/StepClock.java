package io.dawsos.observatory.ingest.scrape;

import java.time.Duration;
import java.time.Instant;

/** A clock that the test moves; who waits for a time wakes when it has come. */
final class StepClock implements ScrapeClock {
    private Instant now;

    StepClock(Instant now) {
        this.now = now;
    }

    synchronized void forward(Duration step) {
        now = now.plus(step);
        notifyAll();
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized void sleepUntil(Instant time) throws InterruptedException {
        while (now.isBefore(time)) {
            wait();
        }
    }
}
