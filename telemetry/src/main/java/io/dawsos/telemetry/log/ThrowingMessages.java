package io.dawsos.telemetry.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Logback asks a throwable for its message while it makes the event, before any appender sees it: one whose
 * {@code getMessage()} throws would throw out of the log call. Such a call is logged without its throwable.
 */
final class ThrowingMessages extends TurboFilter {

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] params,
            @Nullable Throwable given) {
        Throwable thrown = given != null ? given : last(params);
        if (thrown == null
                || logger.getEffectiveLevel().toInt() > level.toInt()
                || readable(thrown, Collections.newSetFromMap(new IdentityHashMap<>()))) {
            return FilterReply.NEUTRAL;
        }
        LoggingEventBuilder event = logger.atLevel(org.slf4j.event.Level.valueOf(level.toString()));
        (marker == null ? event : event.addMarker(marker))
                .addKeyValue("throwable", thrown.getClass().getName())
                .log(format + " [the message of the throwable cannot be read]");
        return FilterReply.DENY;
    }

    private static @Nullable Throwable last(Object @Nullable [] params) {
        return params != null && params.length > 0 && params[params.length - 1] instanceof Throwable thrown
                ? thrown
                : null;
    }

    private static boolean readable(@Nullable Throwable thrown, Set<Throwable> seen) {
        if (thrown == null || !seen.add(thrown)) {
            return true;
        }
        try {
            String ignored = thrown.getMessage();
            if (!readable(thrown.getCause(), seen)) {
                return false;
            }
        } catch (RuntimeException | AssertionError | LinkageError | StackOverflowError e) {
            return false;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (!readable(suppressed, seen)) {
                return false;
            }
        }
        return true;
    }
}
