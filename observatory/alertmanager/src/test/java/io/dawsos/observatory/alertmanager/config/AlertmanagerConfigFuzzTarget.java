package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.config.ConfigException;
import java.nio.charset.StandardCharsets;

/** What Jazzer feeds its inputs to: a file is read, and its routes can be built, or it is refused with its name. */
public final class AlertmanagerConfigFuzzTarget {
    private AlertmanagerConfigFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        AlertmanagerConfig config;
        try {
            config = AlertmanagerConfig.parse("a/fuzz.yml", new String(data, StandardCharsets.UTF_8));
        } catch (ConfigException e) {
            if (!String.valueOf(e.getMessage()).startsWith("a/fuzz.yml:")) {
                throw new IllegalStateException("without a place: " + e.getMessage(), e);
            }
            return;
        }
        Route.of(config.route()).walk(route -> config.receiver(route.receiver()));
    }
}
