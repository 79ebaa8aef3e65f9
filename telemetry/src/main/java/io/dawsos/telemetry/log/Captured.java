package io.dawsos.telemetry.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import io.dawsos.telemetry.RequestCtx;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.event.KeyValuePair;

/**
 * A log call as it was on its thread: all that could change or be gone by the time it is written.
 *
 * @param message turns into text on the writing thread
 * @param context whose trace and request it belongs to
 * @param pairs the event's own, values frozen
 */
record Captured(
        Instant at,
        LogLevel level,
        String logger,
        Supplier<@Nullable String> message,
        Context context,
        RequestCtx request,
        List<KeyValuePair> pairs,
        Map<String, String> mdc,
        @Nullable IThrowableProxy error) {

    static Captured of(ILoggingEvent event, LogLevel level) {
        Context context = Context.current();
        return new Captured(
                event.getInstant(),
                level,
                event.getLoggerName(),
                message(event),
                context,
                RequestCtx.from(context),
                pairs(event.getKeyValuePairs()),
                event.getMDCPropertyMap(),
                event.getThrowableProxy());
    }

    /** A line of this library's own. */
    static Captured own(Instant at, LogLevel level, String message, KeyValuePair... pairs) {
        return new Captured(
                at,
                level,
                Captured.class.getPackageName(),
                () -> message,
                Context.root(),
                RequestCtx.EMPTY,
                List.of(pairs),
                Map.of(),
                null);
    }

    private static Supplier<@Nullable String> message(ILoggingEvent event) {
        if (!Frozen.cannotChange(event.getArgumentArray())) {
            event.getFormattedMessage(); // kept by the event
        }
        return event::getFormattedMessage;
    }

    private static List<KeyValuePair> pairs(@Nullable List<KeyValuePair> pairs) {
        if (pairs == null || pairs.isEmpty()) {
            return List.of();
        }
        List<KeyValuePair> frozen = new ArrayList<>(pairs.size());
        for (KeyValuePair pair : pairs) {
            boolean same = Frozen.cannotChange(pair.value);
            frozen.add(same ? pair : new KeyValuePair(pair.key, Frozen.of(pair.value)));
        }
        return frozen;
    }
}
