package io.dawsos.observatory.server.api;

import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.FailureType;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a number of queries in at once; some more wait their turn, and the rest are told to come again. */
final class QueryGate {
    /** How many may wait for each that is in. */
    private static final int WAITING = 10;

    private final int most;
    private final Duration patience;
    private final Semaphore places;
    private final AtomicInteger waiting = new AtomicInteger();

    QueryGate(int most, Duration patience) {
        this.most = most;
        this.patience = patience;
        this.places = new Semaphore(most, true);
    }

    /** A place, given back on close. */
    @FunctionalInterface
    interface Pass extends AutoCloseable {
        @Override
        void close();
    }

    /** @throws Failure when too many wait already, or the wait was too long */
    Pass enter() {
        if (!places.tryAcquire()) {
            await();
        }
        return places::release;
    }

    private void await() {
        try {
            if (waiting.incrementAndGet() > most * WAITING) {
                throw full("and " + most * WAITING + " wait");
            }
            if (!places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw full("for longer than " + patience.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw full("and this one was interrupted");
        } finally {
            waiting.decrementAndGet();
        }
    }

    /** How many are in. */
    int inside() {
        return most - places.availablePermits();
    }

    private Failure full(String how) {
        return new Failure(
                FailureType.UNAVAILABLE,
                "too many queries: " + most + " are evaluated at once (query.max-concurrency) " + how
                        + "; ask again later");
    }
}
