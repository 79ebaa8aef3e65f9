package io.dawsos.observatory.promql.eval;

import io.dawsos.observatory.promql.Cancellation;
import io.dawsos.observatory.promql.PromQlException;
import io.dawsos.observatory.promql.PromQlException.Reason;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What one query may take, and what it has taken. Safe for use by many threads. */
final class Limits {
    /** No array is longer. */
    private static final int MOST_STEPS = Integer.MAX_VALUE - 8;

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

    /** Refuses more steps than one series may have samples. */
    void steps(int steps) {
        if (steps > Math.min(maxSamples, MOST_STEPS)) {
            throw tooMany();
        }
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
