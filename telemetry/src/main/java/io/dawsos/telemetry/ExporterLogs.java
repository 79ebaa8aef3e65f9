package io.dawsos.telemetry;

import java.util.logging.Level;
import java.util.logging.Logger;

/** OpenTelemetry's exporters log each failure by themselves; our queue says the same once a minute, with the number lost. */
final class ExporterLogs {

    /** Held on to: the JDK forgets a logger, and its level, that nobody refers to. */
    private static final Logger EXPORTERS = Logger.getLogger("io.opentelemetry.exporter");

    private ExporterLogs() {}

    static void silence() {
        EXPORTERS.setLevel(Level.OFF);
    }
}
