package io.dawsos.telemetry.log;

import ch.qos.logback.classic.Level;
import io.opentelemetry.api.logs.Severity;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;

/** The levels of a log line, each with OpenTelemetry's number for it. */
enum LogLevel {
    DEBUG(Severity.DEBUG),
    INFO(Severity.INFO),
    WARNING(Severity.WARN),
    ERROR(Severity.ERROR),
    CRITICAL(Severity.FATAL);

    private final Severity number;

    LogLevel(Severity number) {
        this.number = number;
    }

    Severity number() {
        return number;
    }

    static LogLevel of(Level level, @Nullable List<Marker> markers) {
        return switch (level.toInt()) {
            case Level.TRACE_INT, Level.DEBUG_INT -> DEBUG;
            case Level.INFO_INT -> INFO;
            case Level.WARN_INT -> WARNING;
            default ->
                markers != null && markers.contains(io.dawsos.telemetry.log.Severity.CRITICAL) ? CRITICAL : ERROR;
        };
    }

    /** Logback's level from which on events are logged, by our name for it. */
    static Level threshold(String name) {
        return switch (name.strip().toUpperCase(Locale.ROOT)) {
            case "DEBUG" -> Level.DEBUG;
            case "INFO" -> Level.INFO;
            case "WARNING", "WARN" -> Level.WARN;
            case "ERROR", "CRITICAL" -> Level.ERROR;
            default ->
                throw new IllegalArgumentException(
                        "log level \"" + name + "\": wanted DEBUG, INFO, WARNING, ERROR or CRITICAL");
        };
    }
}
