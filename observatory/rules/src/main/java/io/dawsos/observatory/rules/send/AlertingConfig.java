package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.relabel.RelabelRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code alerting} section of a configuration.
 *
 * @param relabelling of alerts, for all who take them
 * @param alertmanagers to send them to
 */
public record AlertingConfig(List<RelabelRule> relabelling, List<AlertmanagerConfig> alertmanagers) {
    /** Sends nothing. */
    public static final AlertingConfig NONE = new AlertingConfig(List.of(), List.of());

    public AlertingConfig {
        relabelling = List.copyOf(relabelling);
        alertmanagers = List.copyOf(alertmanagers);
    }

    /**
     * Reads the section; one that is not there is {@link #NONE}.
     *
     * @throws io.dawsos.observatory.config.ConfigException when something in it is wrong or not supported
     */
    public static AlertingConfig read(@Nullable ConfigMap alerting) {
        if (alerting == null) {
            return NONE;
        }
        AlertingConfig read = new AlertingConfig(
                RelabelRule.readAll(alerting.list("alert_relabel_configs")),
                alerting.list("alertmanagers").stream()
                        .map(node -> AlertmanagerConfig.read(node.map()))
                        .toList());
        alerting.end();
        return read;
    }
}
