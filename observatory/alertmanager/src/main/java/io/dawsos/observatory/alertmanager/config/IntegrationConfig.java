package io.dawsos.observatory.alertmanager.config;

/** One way in which a receiver is told. */
public sealed interface IntegrationConfig
        permits WebhookConfig,
                EmailConfig,
                PagerDutyConfig,
                OpsgenieConfig,
                SlackConfig,
                TelegramConfig,
                DiscordConfig,
                MsTeamsConfig,
                MsTeamsV2Config,
                UnsupportedConfig {

    /** Its name in metrics, logs and the notification log: {@code pagerduty}, {@code webhook}. */
    String type();

    /** Whether the receiver is told when alerts have resolved, too. */
    boolean sendResolved();
}
