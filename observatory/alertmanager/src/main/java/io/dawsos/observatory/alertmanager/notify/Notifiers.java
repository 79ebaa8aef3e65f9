package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.config.DiscordConfig;
import io.dawsos.observatory.alertmanager.config.EmailConfig;
import io.dawsos.observatory.alertmanager.config.IntegrationConfig;
import io.dawsos.observatory.alertmanager.config.MsTeamsConfig;
import io.dawsos.observatory.alertmanager.config.MsTeamsV2Config;
import io.dawsos.observatory.alertmanager.config.OpsgenieConfig;
import io.dawsos.observatory.alertmanager.config.PagerDutyConfig;
import io.dawsos.observatory.alertmanager.config.SlackConfig;
import io.dawsos.observatory.alertmanager.config.TelegramConfig;
import io.dawsos.observatory.alertmanager.config.UnsupportedConfig;
import io.dawsos.observatory.alertmanager.config.WebhookConfig;
import io.dawsos.observatory.alertmanager.stage.Integration;
import io.dawsos.observatory.alertmanager.stage.NotifierFactory;
import io.dawsos.observatory.alertmanager.template.NotificationTemplates;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the receivers of a configuration send with. */
public final class Notifiers implements NotifierFactory {
    private final AlertmanagerConfig config;
    private final NotificationTemplates templates;
    private final String externalUrl;
    private final InstantSource clock;

    /**
     * For a configuration.
     *
     * @param templates those of the configuration's files
     * @param externalUrl where people reach this program
     */
    public Notifiers(AlertmanagerConfig config, NotificationTemplates templates, URI externalUrl, InstantSource clock) {
        this.config = config;
        this.templates = templates;
        this.externalUrl = externalUrl.toString().replaceAll("/+$", "");
        this.clock = clock;
    }

    @Override
    public List<Integration> integrations(String receiver) {
        Map<String, Integer> counts = new HashMap<>();
        List<Integration> integrations = new ArrayList<>();
        for (IntegrationConfig integration : config.receiver(receiver).integrations()) {
            int index = counts.merge(integration.type(), 1, Integer::sum) - 1;
            integrations.add(new Integration(
                    integration.type(),
                    index,
                    integration.sendResolved(),
                    new Templated(integration.type(), templates, externalUrl, sender(integration))));
        }
        return integrations;
    }

    private Templated.Sender sender(IntegrationConfig integration) {
        return switch (integration) {
            case WebhookConfig webhook -> new WebhookNotifier(webhook, templates, externalUrl, clock);
            case PagerDutyConfig pagerDuty -> new PagerDutyNotifier(pagerDuty, clock);
            case SlackConfig slack -> new SlackNotifier(slack, clock);
            case EmailConfig email -> new EmailNotifier(email, clock);
            case OpsgenieConfig opsgenie -> new OpsgenieNotifier(opsgenie, clock);
            case MsTeamsConfig teams -> new TeamsNotifier(teams, clock);
            case MsTeamsV2Config teams -> new TeamsWorkflowNotifier(teams, clock);
            case TelegramConfig telegram -> new TelegramNotifier(telegram, clock);
            case DiscordConfig discord -> new DiscordNotifier(discord, clock);
            case UnsupportedConfig unsupported ->
                throw new IllegalArgumentException("receivers of the kind " + unsupported.type()
                        + " cannot be run; a configuration that is loaded has none");
        };
    }
}
