package io.dawsos.telemetry.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.time.Duration;
import java.util.Arrays;

/** Takes Logback's events on the calling thread and hands them to the worker. Neither blocks nor throws. */
final class LogAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    static final String NAME = "dawsos";

    private final LogWorker worker;
    private final LogDrops drops;
    private final Duration closeWithin;
    private final Counter events;
    private final LogSetup owner;

    LogAppender(LogSetup owner, LogWorker worker, LogDrops drops, Metrics metrics, Duration closeWithin) {
        this.owner = owner;
        this.worker = worker;
        this.drops = drops;
        this.closeWithin = closeWithin;
        setName(NAME);
        this.events = metrics.counter(
                "log_events_total",
                "Log events by level, written or not.",
                Label.of(
                        "level",
                        Arrays.stream(LogLevel.values()).map(Enum::name).toList()));
        for (LogLevel level : LogLevel.values()) {
            events.init(level.name());
        }
    }

    LogSetup owner() {
        return owner;
    }

    @Override
    protected void append(ILoggingEvent event) {
        try {
            LogLevel level = LogLevel.of(event.getLevel(), event.getMarkerList());
            events.inc(level.name());
            worker.accept(Captured.of(event, level));
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            drops.add(drops.failed, 1); // a log call never throws
        }
    }

    @Override
    public void start() {
        worker.start();
        super.start();
    }

    /** Also called by Logback when its context is reset. */
    @Override
    public void stop() {
        if (isStarted()) {
            super.stop();
            worker.close(closeWithin);
        }
    }
}
