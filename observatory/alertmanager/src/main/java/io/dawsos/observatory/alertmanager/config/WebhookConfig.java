package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A web hook that takes the alerts as JSON.
 *
 * @param url may be a template
 * @param maxAlerts how many alerts a message holds at most; 0 for all
 * @param timeout null for none of its own
 */
public record WebhookConfig(
        boolean sendResolved,
        HttpClientConfig http,
        SecretSource url,
        long maxAlerts,
        @Nullable Duration timeout) implements IntegrationConfig {

    static WebhookConfig read(Section section, GlobalConfig global) {
        SecretSource url = section.secretUrl("url");
        if (url == null) {
            throw section.problem("url is missing; write url or url_file");
        }
        long maxAlerts = section.integer("max_alerts", 0);
        if (maxAlerts < 0) {
            throw section.problem("max_alerts is 0, for all alerts, or more; got " + maxAlerts);
        }
        return new WebhookConfig(
                section.flag("send_resolved", true), section.http(global.http()), url, maxAlerts, section.timeout());
    }

    @Override
    public String type() {
        return "webhook";
    }
}
