package io.dawsos.telemetry.spring;

import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * The settings of this module, read like the library's.
 *
 * @param ignoredPaths {@code DAWSOS_HTTP_IGNORED_PATHS}: path patterns, by commas, of requests that get no span and are
 *     not counted
 * @param databaseName {@code DAWSOS_HEALTH_DATABASE}: what the database is called at {@code /health}; {@code none} for no
 *     check
 */
record StarterSettings(List<String> ignoredPaths, String databaseName) {

    static StarterSettings of(ConfigurableEnvironment environment) {
        var variables = EnvironmentVariables.of(environment);
        List<String> ignored = Arrays.stream(
                        variables.getOrDefault("DAWSOS_HTTP_IGNORED_PATHS", "").split(",", -1))
                .map(String::strip)
                .filter(path -> !path.isEmpty())
                .toList();
        return new StarterSettings(
                ignored,
                variables.getOrDefault("DAWSOS_HEALTH_DATABASE", "database").strip());
    }

    boolean checksDatabase() {
        return !databaseName.isEmpty() && !databaseName.equals("none");
    }
}
