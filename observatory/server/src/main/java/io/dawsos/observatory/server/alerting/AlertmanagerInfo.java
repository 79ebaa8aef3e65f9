package io.dawsos.observatory.server.alerting;

import java.time.Instant;
import java.util.List;

/**
 * What an Alertmanager tells of itself.
 *
 * @param configuration its text, without secrets
 * @param receivers names, in the order of the file
 */
public record AlertmanagerInfo(String configuration, List<String> receivers, Instant started, String version) {
    public AlertmanagerInfo {
        receivers = List.copyOf(receivers);
    }
}
