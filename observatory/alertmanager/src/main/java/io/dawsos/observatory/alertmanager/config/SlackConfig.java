package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Slack: a web hook, or its API with the token of an app. All texts are templates.
 *
 * @param url of the web hook or of the API
 * @param appToken sent as a bearer token when there is one
 * @param updateMessage whether the first message is changed instead of sending another
 */
public record SlackConfig(
        boolean sendResolved,
        HttpClientConfig http,
        SecretSource url,
        @Nullable SecretSource appToken,
        String channel,
        String username,
        String color,
        String title,
        String titleLink,
        String pretext,
        String text,
        String messageText,
        List<SlackField> fields,
        boolean shortFields,
        String footer,
        String fallback,
        String callbackId,
        String iconEmoji,
        String iconUrl,
        String imageUrl,
        String thumbUrl,
        boolean linkNames,
        List<String> markdownIn,
        List<SlackAction> actions,
        boolean updateMessage,
        @Nullable Duration timeout)
        implements IntegrationConfig {
    /** Slack's API that a bot's or an app's token is for. */
    static final URI POST_MESSAGE = URI.create("https://slack.com/api/chat.postMessage");

    static SlackConfig read(Section section, GlobalConfig global) {
        SlackAddress address = SlackAddress.read(section, global);
        return new SlackConfig(
                section.flag("send_resolved", false),
                section.http(global.http()),
                address.url(),
                address.appToken(),
                section.text("channel"),
                template(section, "username"),
                section.text("color", "{{ if eq .Status \"firing\" }}danger{{ else }}good{{ end }}"),
                template(section, "title"),
                template(section, "title_link"),
                template(section, "pretext"),
                template(section, "text"),
                section.text("message_text"),
                section.all("fields", SlackField::read),
                section.flag("short_fields", false),
                template(section, "footer"),
                template(section, "fallback"),
                template(section, "callback_id"),
                template(section, "icon_emoji"),
                template(section, "icon_url"),
                section.text("image_url"),
                section.text("thumb_url"),
                section.flag("link_names", false),
                section.texts("mrkdwn_in"),
                section.all("actions", SlackAction::read),
                section.flag("update_message", false),
                section.timeout());
    }

    private static String template(Section section, String key) {
        return section.text(key, "{{ template \"slack.default." + key.replace("_", "") + "\" . }}");
    }

    @Override
    public String type() {
        return "slack";
    }
}
