package io.dawsos.telemetry.log;

import org.slf4j.Logger;
import org.slf4j.Marker;
import org.slf4j.MarkerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The level that SLF4J lacks: an error that someone must look at now.
 *
 * <pre>{@code
 * Severity.critical(log).addKeyValue("portfolio_id", id).log("ledger differs");
 * }</pre>
 */
public final class Severity {

    /** Makes an event of level ERROR critical: {@code log.error(Severity.CRITICAL, "ledger differs")}. */
    public static final Marker CRITICAL = MarkerFactory.getMarker("CRITICAL");

    private Severity() {}

    /** An event of level CRITICAL, to be built and logged. */
    public static LoggingEventBuilder critical(Logger log) {
        return log.atError().addMarker(CRITICAL);
    }
}
