package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.WebhookConfig;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.alertmanager.stage.NotificationReason;
import io.dawsos.observatory.alertmanager.template.Data;
import io.dawsos.observatory.alertmanager.template.JsonObject;
import io.dawsos.observatory.alertmanager.template.NotificationTemplates;
import java.io.IOException;
import java.time.InstantSource;

/** Posts the alerts as JSON, in version 4 of Alertmanager's format. */
final class WebhookNotifier implements Templated.Sender {
    private static final String VERSION = "4";

    private final WebhookConfig config;
    private final NotificationTemplates templates;
    private final String externalUrl;
    private final InstantSource clock;
    private final Web web;

    WebhookNotifier(WebhookConfig config, NotificationTemplates templates, String externalUrl, InstantSource clock) {
        this.config = config;
        this.templates = templates;
        this.externalUrl = externalUrl;
        this.clock = clock;
        this.web = new Web(config.http());
    }

    @Override
    public Delivery send(Message message) throws IOException {
        Notification notification = message.notification();
        long left =
                config.maxAlerts() == 0 ? 0 : Math.max(0, notification.alerts().size() - config.maxAlerts());
        Message sent = left == 0 ? message : new Message(first(notification), templates, externalUrl);
        String address = config.url().read().value();
        return Post.of(address.contains("{{") ? message.text(address) : address, json(sent, left) + "\n")
                .hiding(address)
                .send(web, Deadline.left(notification, config.timeout(), clock));
    }

    private Notification first(Notification all) {
        return new Notification(
                all.receiver(),
                all.integration(),
                all.index(),
                all.groupKey(),
                all.groupLabels(),
                all.alerts().subList(0, (int) config.maxAlerts()),
                all.reason(),
                all.mayBeRepeat(),
                all.now(),
                all.deadline(),
                all.repeatInterval());
    }

    /** Why it is sent stands in it only where Alertmanager would not have sent it at all. */
    private static JsonObject json(Message message, long truncated) {
        Data data = message.data();
        JsonObject json = new JsonObject()
                .put("receiver", data.receiver())
                .put("status", data.status())
                .put("alerts", data.alerts());
        if (message.notification().reason().kind() == NotificationReason.Kind.SILENCE_EXPIRED) {
            json.put("notification_reason", data.notificationReason());
        }
        return json.put("groupLabels", data.groupLabels())
                .put("commonLabels", data.commonLabels())
                .put("commonAnnotations", data.commonAnnotations())
                .put("externalURL", data.externalUrl())
                .put("version", VERSION)
                .put("groupKey", message.notification().groupKey())
                .put("truncatedAlerts", truncated);
    }
}
