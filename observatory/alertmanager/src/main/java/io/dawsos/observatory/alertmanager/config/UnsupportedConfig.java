package io.dawsos.observatory.alertmanager.config;

/**
 * An integration that Alertmanager has and this program has not. Its settings have been checked; it cannot be run.
 *
 * @param key of the receiver that holds it, as {@code sns_configs}
 * @param line of the file
 * @param path of it in the file, as {@code receivers[0].sns_configs[0]}
 */
public record UnsupportedConfig(String type, String key, boolean sendResolved, int line, String path)
        implements IntegrationConfig {}
