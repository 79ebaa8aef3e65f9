package io.dawsos.observatory.alertmanager.config;

import java.util.List;

/**
 * Who is told, and by which ways.
 *
 * @param integrations in the order in which Alertmanager numbers them: by type, then as in the file
 */
public record ReceiverConfig(String name, List<IntegrationConfig> integrations) {
    public ReceiverConfig {
        integrations = List.copyOf(integrations);
    }

    /** The integrations of one kind, as in the file. */
    public <T extends IntegrationConfig> List<T> all(Class<T> kind) {
        return integrations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
