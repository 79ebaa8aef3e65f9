package io.dawsos.observatory.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** A clock that a test moves, and that wakes who waits for it. */
final class MovedClock implements Alarm {
    private Instant now;
    private int waiting;

    MovedClock(Instant start) {
        this.now = start;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    synchronized void move(Duration by) {
        now = now.plus(by);
        notifyAll();
    }

    @Override
    public synchronized boolean await(Instant time, BooleanSupplier unwanted) throws InterruptedException {
        waiting++;
        notifyAll();
        try {
            while (!unwanted.getAsBoolean()) {
                if (!now.isBefore(time)) {
                    return true;
                }
                wait();
            }
            return false;
        } finally {
            waiting--;
        }
    }

    @Override
    public synchronized void wake() {
        notifyAll();
    }

    /** How many threads wait for a time. */
    synchronized int waiting() {
        return waiting;
    }
}
