package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.alertmanager.template.Data;
import io.dawsos.observatory.alertmanager.template.NotificationTemplates;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A notification that is being put into words. */
final class Message {
    private static final String ELLIPSIS = "…";

    private final Notification notification;
    private final NotificationTemplates templates;
    private final Data data;

    Message(Notification notification, NotificationTemplates templates, String externalUrl) {
        this.notification = notification;
        this.templates = templates;
        this.data = MessageData.of(notification, externalUrl);
    }

    Notification notification() {
        return notification;
    }

    Data data() {
        return data;
    }

    boolean isResolved() {
        return notification.isResolved();
    }

    /** What a template of the configuration gives. */
    String text(String template) {
        return templates.text(template, data);
    }

    /** The same, cut to a number of characters. */
    String text(String template, int characters) {
        return cut(text(template), characters);
    }

    String html(String template) {
        return templates.html(template, data);
    }

    /** The group's key as receivers take it, which bound its length: sixty-four hexadecimal digits. */
    String key() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(notification.groupKey().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A text of at most a number of characters, with an ellipsis where it was cut. */
    static String cut(String text, int characters) {
        if (text.codePointCount(0, text.length()) <= characters) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, characters - 1)) + ELLIPSIS;
    }
}
