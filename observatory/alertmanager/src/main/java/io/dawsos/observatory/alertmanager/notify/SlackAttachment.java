package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.SlackAction;
import io.dawsos.observatory.alertmanager.config.SlackConfig;
import io.dawsos.observatory.alertmanager.config.SlackField;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The words of a message to Slack. */
final class SlackAttachment {
    private static final int LONGEST_TITLE = 1024;
    private static final int LONGEST_TEXT = 40_000;
    private static final List<String> MARKDOWN_IN = List.of("fallback", "pretext", "text");

    private SlackAttachment() {}

    static JsonObject of(SlackConfig config, Message message) {
        return new JsonObject()
                .putNonEmpty("title", message.text(config.title(), LONGEST_TITLE))
                .putNonEmpty("title_link", message.text(config.titleLink()))
                .putNonEmpty("pretext", message.text(config.pretext()))
                .put("text", message.text(config.text(), LONGEST_TEXT))
                .put("fallback", message.text(config.fallback()))
                .put("callback_id", message.text(config.callbackId()))
                .putNonEmpty("fields", fields(config, message))
                .putNonEmpty("actions", actions(config, message))
                .putNonEmpty("image_url", message.text(config.imageUrl()))
                .putNonEmpty("thumb_url", message.text(config.thumbUrl()))
                .put("footer", message.text(config.footer()))
                .putNonEmpty("color", message.text(config.color()))
                .put("mrkdwn_in", config.markdownIn().isEmpty() ? MARKDOWN_IN : config.markdownIn());
    }

    /** @param before the message that this one shall replace, or null */
    static JsonObject message(
            SlackConfig config, Message message, JsonObject attachment, SlackMessages.@Nullable Said before) {
        String channel = message.text(config.channel());
        return new JsonObject()
                .putNonEmpty("channel", before == null || before.channel().isEmpty() ? channel : before.channel())
                .putNonEmpty("ts", before == null ? "" : before.timestamp())
                .putNonEmpty("username", message.text(config.username()))
                .putNonEmpty("icon_emoji", message.text(config.iconEmoji()))
                .putNonEmpty("icon_url", message.text(config.iconUrl()))
                .putNonEmpty("link_names", config.linkNames())
                .putNonEmpty("text", message.text(config.messageText(), LONGEST_TEXT))
                .put("attachments", List.of(attachment));
    }

    private static List<JsonObject> fields(SlackConfig config, Message message) {
        List<JsonObject> fields = new ArrayList<>();
        for (SlackField field : config.fields()) {
            Boolean own = field.isShort();
            fields.add(new JsonObject()
                    .putNonEmpty("title", message.text(field.title()))
                    .putNonEmpty("value", message.text(field.value()))
                    .put("short", own == null ? config.shortFields() : own));
        }
        return fields;
    }

    private static List<JsonObject> actions(SlackConfig config, Message message) {
        List<JsonObject> actions = new ArrayList<>();
        for (SlackAction action : config.actions()) {
            actions.add(new JsonObject()
                    .putNonEmpty("type", message.text(action.type()))
                    .putNonEmpty("text", message.text(action.text()))
                    .putNonEmpty("url", message.text(action.url()))
                    .putNonEmpty("style", message.text(action.style()))
                    .putNonEmpty("name", message.text(action.name()))
                    .putNonEmpty("value", message.text(action.value()))
                    .putNonEmpty("confirm", confirmation(action.confirm(), message)));
        }
        return actions;
    }

    private static @Nullable JsonObject confirmation(SlackAction.@Nullable Confirmation confirm, Message message) {
        if (confirm == null) {
            return null;
        }
        return new JsonObject()
                .putNonEmpty("text", message.text(confirm.text()))
                .putNonEmpty("title", message.text(confirm.title()))
                .putNonEmpty("ok_text", message.text(confirm.okText()))
                .putNonEmpty("dismiss_text", message.text(confirm.dismissText()));
    }
}
