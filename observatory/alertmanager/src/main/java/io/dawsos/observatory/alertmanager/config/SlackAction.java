package io.dawsos.observatory.alertmanager.config;

import org.jspecify.annotations.Nullable;

/**
 * A button of a message to Slack: a link, when it has an address, else an action with a name.
 *
 * @param confirm null when the button does not ask first
 */
public record SlackAction(
        String type,
        String text,
        String url,
        String style,
        String name,
        String value,
        @Nullable Confirmation confirm) {

    /** What a button asks before it acts. */
    public record Confirmation(String text, String title, String okText, String dismissText) {
        static Confirmation read(Section section) {
            return new Confirmation(
                    section.need("text"), section.text("title"), section.text("ok_text"), section.text("dismiss_text"));
        }
    }

    static SlackAction read(Section section) {
        String url = section.text("url");
        String name = section.text("name");
        String value = section.text("value");
        Confirmation confirm = section.one("confirm", Confirmation::read);
        if (url.isEmpty() && name.isEmpty()) {
            throw section.problem("an action has a url or a name, and this one has neither");
        }
        boolean link = !url.isEmpty();
        return new SlackAction(
                section.need("type"),
                section.need("text"),
                url,
                section.text("style"),
                link ? "" : name,
                link ? "" : value,
                link ? null : confirm);
    }
}
