package io.dawsos.telemetry.trace;

import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts what an export queue delivered and what it lost, and says so at most once a minute. Counting is for any
 * thread; {@link #warnIfDue} is for the queue's own, since writing a log line can take its time.
 */
final class Losses {

    /** Why something was not exported: the values of the label {@code reason}. */
    enum Reason {
        QUEUE_FULL,
        EXPORT_FAILED,
        SHUTDOWN,
        TRACE_TOO_LARGE,
        TOO_MANY_TRACES;

        private final String label = name().toLowerCase(Locale.ROOT);
    }

    private static final Logger LOG = LoggerFactory.getLogger(Losses.class);
    private static final long BETWEEN_WARNINGS = Duration.ofMinutes(1).toNanos();

    private final String items;
    private final LongSupplier nanoTime;
    private final Counter exported;
    private final Counter dropped;
    private final LongAdder unsaid = new LongAdder();
    private volatile @Nullable Throwable lastCause;
    private volatile Reason lastReason = Reason.QUEUE_FULL;
    private long nextWarning;

    /** @param items what is counted, in the plural and fit for a metric's name: {@code spans} */
    Losses(String items, Metrics metrics, LongSupplier nanoTime) {
        String name = "telemetry_" + items;
        String words = items.replace('_', ' ');
        this.items = words;
        this.nanoTime = nanoTime;
        this.nextWarning = nanoTime.getAsLong();
        exported = metrics.counter(name + "_exported_total", "How many " + words + " an exporter took.");
        List<String> reasons =
                Stream.of(Reason.values()).map(reason -> reason.label).toList();
        dropped = metrics.counter(
                name + "_dropped_total",
                "How many " + words + " were lost before an exporter took them.",
                Label.of("reason", reasons));
        reasons.forEach(dropped::init);
    }

    void exported(int count) {
        exported.add(count);
    }

    void lost(int count, Reason reason, @Nullable Throwable cause) {
        if (count > 0) {
            dropped.add(count, reason.label);
            lastReason = reason;
            lastCause = cause;
            unsaid.add(count);
        }
    }

    void warnIfDue() {
        if (unsaid.sum() > 0 && nanoTime.getAsLong() - nextWarning >= 0) {
            warn();
        }
    }

    /** Says what has not been said yet, at the end. */
    void warnNow() {
        if (unsaid.sum() > 0) {
            warn();
        }
    }

    private void warn() {
        nextWarning = nanoTime.getAsLong() + BETWEEN_WARNINGS;
        LOG.atWarn()
                .addKeyValue("reason", lastReason.label)
                .log("telemetry lost {} {}; the last because: {}", unsaid.sumThenReset(), items, why());
    }

    private String why() {
        StringBuilder why = new StringBuilder(lastReason.label.replace('_', ' '));
        @Nullable Throwable each = lastCause;
        for (int depth = 0; each != null && depth < 4; depth++) {
            why.append(": ").append(each.getMessage() == null ? each.getClass().getName() : each.getMessage());
            each = each.getCause();
        }
        return why.toString();
    }
}
