package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.PromQlException.Reason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What one query may take, and what it has taken. Safe for use by many threads. */
final class Limits {
    private static final long LEAST_STEPS = 100_000;

    private final Duration timeout;
    private final long deadline;
    private final long maxSamples;
    private final Cancellation cancellation;
    private final AtomicLong held = new AtomicLong();
    private final AtomicLong peak = new AtomicLong();
    private final LongAdder read = new LongAdder();

    Limits(Duration timeout, long maxSamples, Cancellation cancellation) {
        this.timeout = timeout;
        this.deadline = System.nanoTime() + timeout.toNanos();
        this.maxSamples = maxSamples;
        this.cancellation = cancellation;
    }

    /** @throws PromQlException when the query was cancelled or its time is over */
    void check() {
        if (cancellation.isCancelled() || Thread.currentThread().isInterrupted()) {
            throw new PromQlException(Reason.CANCELED, "the query was cancelled");
        }
        if (System.nanoTime() - deadline > 0) {
            throw new PromQlException(
                    Reason.TIMEOUT,
                    "the query took longer than the " + text(timeout)
                            + " it may; shorten its range, take a longer step or narrow its selectors");
        }
    }

    /**
     * Refuses more steps than a column should have: each costs room in every column, whether or not it holds anything.
     *
     * @param where what has the steps, as the message begins
     */
    void steps(long count, String where) {
        long most = Math.max(LEAST_STEPS, maxSamples / 4);
        if (count > most) {
            throw new PromQlException(
                    Reason.LIMIT,
                    where + " has " + count + " steps, more than the " + most + " it may; take a longer step");
        }
    }

    /** What a column weighs, in samples: sparse ones take room too. */
    static long weight(Column column) {
        return Math.max(column.count(), (column.steps() + 1) / 2);
    }

    /** Counts samples that are held from now on. */
    void hold(long samples) {
        long now = held.addAndGet(samples);
        peak.accumulateAndGet(now, Math::max);
        if (now > maxSamples) {
            throw tooMany();
        }
    }

    void release(long samples) {
        held.addAndGet(-samples);
    }

    /** Counts samples that were read of a store, a buffer full at a time. */
    void read(int samples) {
        read.add(samples);
        if (samples > maxSamples) {
            throw tooMany();
        }
    }

    private PromQlException tooMany() {
        return new PromQlException(
                Reason.LIMIT,
                "the query would hold more than the " + maxSamples
                        + " samples it may at once; shorten its range, take a longer step or narrow its selectors");
    }

    long samplesRead() {
        return read.sum();
    }

    long peakSamples() {
        return peak.get();
    }

    private static String text(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
