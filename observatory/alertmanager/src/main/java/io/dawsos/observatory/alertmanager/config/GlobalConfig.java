package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What holds for every receiver that does not say otherwise.
 *
 * @param resolveTimeout after which an alert without an end has ended, unless it is heard of again
 * @param foreign the keys given for integrations that this program has not
 */
public record GlobalConfig(
        Duration resolveTimeout,
        HttpClientConfig http,
        SmtpConfig smtp,
        SlackDefaults slack,
        URI pagerDutyUrl,
        URI opsgenieUrl,
        @Nullable SecretSource opsgenieApiKey,
        URI telegramUrl,
        @Nullable SecretSource telegramBotToken,
        Set<String> foreign) {
    private static final Duration RESOLVE_TIMEOUT = Duration.ofMinutes(5);
    private static final URI PAGER_DUTY = URI.create("https://events.pagerduty.com/v2/enqueue");
    private static final URI OPSGENIE = URI.create("https://api.opsgenie.com/");
    private static final URI TELEGRAM = URI.create("https://api.telegram.org");

    /**
     * What receivers of Slack share.
     *
     * @param url of a web hook, or null
     * @param appToken of an app, or null
     * @param appUrl where a token is used
     */
    public record SlackDefaults(
            @Nullable SecretSource url, @Nullable SecretSource appToken, URI appUrl) {
        static SlackDefaults read(Section section) {
            SecretSource url = section.secretUrl("slack_api_url");
            SecretSource token = section.secret("slack_app_token");
            URI appUrl = section.url("slack_app_url", SlackConfig.POST_MESSAGE);
            // The address of the API beside a token says nothing else: files used to be written so
            boolean same = SlackAddress.secret(appUrl).equals(url);
            section.exclusive("slack_api_url", url != null && !same, "slack_app_token", token != null);
            return new SlackDefaults(url, token, appUrl);
        }
    }

    /** The settings of a file that has no {@code global}. */
    static GlobalConfig defaults() {
        return new GlobalConfig(
                RESOLVE_TIMEOUT,
                HttpClientConfig.defaults(),
                SmtpConfig.defaults(),
                new SlackDefaults(null, null, SlackConfig.POST_MESSAGE),
                PAGER_DUTY,
                OPSGENIE,
                null,
                TELEGRAM,
                null,
                Set.of());
    }

    static GlobalConfig read(Section section) {
        GlobalConfig defaults = defaults();
        Duration resolveTimeout = section.duration("resolve_timeout");
        return new GlobalConfig(
                resolveTimeout == null ? defaults.resolveTimeout : resolveTimeout,
                section.http(defaults.http),
                SmtpConfig.read(section, "smtp_", defaults.smtp),
                SlackDefaults.read(section),
                section.url("pagerduty_url", PAGER_DUTY),
                section.url("opsgenie_api_url", OPSGENIE),
                section.secret("opsgenie_api_key"),
                section.url("telegram_api_url", TELEGRAM),
                section.secret("telegram_bot_token"),
                ForeignGlobals.read(section));
    }
}
