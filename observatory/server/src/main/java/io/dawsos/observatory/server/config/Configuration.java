package io.dawsos.observatory.server.config;

import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.rules.RuleDialect;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * All files of a configuration, read and checked together.
 *
 * @param alertmanager null when no Alertmanager runs in this process
 */
public record Configuration(
        PrometheusConfig prometheus, @Nullable AlertmanagerConfig alertmanager) {
    /**
     * Reads the files that there are.
     *
     * @throws ConfigException when one of them cannot be used, with file, line and key
     */
    public static Configuration read(@Nullable Path prometheus, @Nullable Path alertmanager, RuleDialect dialect) {
        return new Configuration(
                prometheus == null ? PrometheusConfig.EMPTY : PrometheusConfig.read(prometheus, dialect),
                alertmanager == null ? null : load(alertmanager));
    }

    private static AlertmanagerConfig load(Path file) {
        try {
            return AlertmanagerConfig.load(file);
        } catch (IOException e) {
            throw new ConfigException(file.toString(), 0, "", "cannot be read: " + e.getMessage());
        }
    }

    /** The text of {@code prometheus.yml}, without secrets. */
    public String shown() {
        return ShownConfig.of(prometheus.text());
    }

    /** The Alertmanager's text, without secrets. */
    public String shownAlertmanager() {
        return alertmanager == null ? "" : alertmanager.shown();
    }
}
