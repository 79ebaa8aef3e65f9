package io.dawsos.telemetry;

import java.util.Map;

/** SKELETON: the settings of the library, read from environment variables. */
public final class TelemetrySettings {

    /** @throws IllegalArgumentException naming the variable, what was wanted and what came */
    public static TelemetrySettings from(Map<String, String> environment) {
        throw new UnsupportedOperationException();
    }
}
