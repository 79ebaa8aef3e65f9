package io.dawsos.telemetry;

import java.util.Locale;

/** The two spellings of an OpenTelemetry setting: {@code OTEL_SERVICE_NAME} and {@code otel.service.name}. */
final class OtelNames {

    private OtelNames() {}

    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    static String property(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }
}
