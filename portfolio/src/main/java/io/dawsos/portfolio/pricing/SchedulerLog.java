package io.dawsos.portfolio.pricing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import io.dawsos.portfolio.database.DatabaseAway;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * While the database is away, db-scheduler logs an error with its stack at each poll, every two seconds, and has no
 * option not to. Here that becomes one warning a minute; whatever else it says is left as it is.
 */
final class SchedulerLog extends TurboFilter implements AutoCloseable {

    private static final String SCHEDULER = "com.github.kagkarlsson.scheduler";
    private static final long PAUSE = Duration.ofMinutes(1).toNanos();

    private final LoggerContext logback;
    private final Logger log;
    private final LongSupplier nanoTime;
    private final AtomicLong tellAt;

    SchedulerLog(LoggerContext logback, LongSupplier nanoTime) {
        this.logback = logback;
        this.log = logback.getLogger(PackJobs.class);
        this.nanoTime = nanoTime;
        this.tellAt = new AtomicLong(nanoTime.getAsLong());
        logback.addTurboFilter(this);
    }

    /** Into SLF4J's Logback, until it is closed. */
    static SchedulerLog install() {
        return new SchedulerLog((LoggerContext) LoggerFactory.getILoggerFactory(), System::nanoTime);
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable given) {
        if (!logger.getName().startsWith(SCHEDULER)) {
            return FilterReply.NEUTRAL;
        }
        Throwable thrown = given != null ? given : last(params);
        if (thrown == null || !DatabaseAway.saidBy(thrown)) {
            return FilterReply.NEUTRAL;
        }
        tell(thrown);
        return FilterReply.DENY;
    }

    private void tell(Throwable thrown) {
        long now = nanoTime.getAsLong();
        long due = tellAt.get();
        if (now - due >= 0 && tellAt.compareAndSet(due, now + PAUSE)) {
            log.warn("builds of pricing packs wait for the database, which is away: {}", reason(thrown));
        }
    }

    /** Of the last cause: what the driver or the pool says. */
    private static String reason(Throwable thrown) {
        Throwable last = thrown;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }

    private static @Nullable Throwable last(Object @Nullable [] params) {
        return params != null && params.length > 0 && params[params.length - 1] instanceof Throwable thrown
                ? thrown
                : null;
    }

    @Override
    public void close() {
        logback.getTurboFilterList().remove(this);
    }
}
