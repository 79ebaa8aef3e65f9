package io.dawsos.observatory.alertmanager.config;

import org.jspecify.annotations.Nullable;

/**
 * A field of a message to Slack.
 *
 * @param isShort whether it may stand beside another; null for what the message's {@code short_fields} says
 */
public record SlackField(
        String title, String value, @Nullable Boolean isShort) {
    static SlackField read(Section section) {
        return new SlackField(section.need("title"), section.need("value"), section.flag("short"));
    }
}
