package io.dawsos.telemetry.log;

import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Log events that were lost: counted each, and said in the log at most once a minute. */
final class LogDrops {

    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    final Counter.Series queueFull;
    /** Could not be turned into a line. */
    final Counter.Series failed;
    /** The output did not take it. */
    final Counter.Series notWritten;
    /** Came after the end. */
    final Counter.Series closed;

    private final LongSupplier nanoTime;
    private final AtomicLong dropped = new AtomicLong();
    private long told;
    private long toldAt;

    LogDrops(Metrics metrics, LongSupplier nanoTime) {
        Counter counter = metrics.counter(
                "telemetry_log_events_dropped_total",
                "Log events that were lost, by why.",
                Label.of("reason", "queue_full", "failed", "not_written", "closed"));
        queueFull = counter.series("queue_full");
        failed = counter.series("failed");
        notWritten = counter.series("not_written");
        closed = counter.series("closed");
        this.nanoTime = nanoTime;
    }

    void add(Counter.Series reason, long events) {
        reason.add((double) events);
        dropped.addAndGet(events);
    }

    /** How many were lost since it was last said; 0 when there were none, or when it was said within the minute. */
    long toTell() {
        long now = nanoTime.getAsLong();
        long since = dropped.get() - told;
        if (since == 0 || (told > 0 && now - toldAt < PAUSE)) {
            return 0;
        }
        told += since;
        toldAt = now;
        return since;
    }
}
