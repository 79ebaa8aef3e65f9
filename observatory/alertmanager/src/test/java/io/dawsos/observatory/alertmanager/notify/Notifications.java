package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Integration;
import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.alertmanager.stage.NotificationReason;
import io.dawsos.observatory.alertmanager.stage.NotifiedAlert;
import io.dawsos.observatory.alertmanager.template.NotificationTemplates;
import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Notifications, and receivers to send them to. */
final class Notifications {
    static final Instant NOW = Instant.parse("2024-11-24T12:00:00Z");
    static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private static final NotificationReason NEW =
            new NotificationReason(NotificationReason.Kind.NEW_ALERTS, "new alerts");
    private static final Duration LEFT = Duration.ofSeconds(20);

    private Notifications() {}

    static NotifiedAlert alert(String instance, boolean resolved) {
        return new NotifiedAlert(
                Labels.of("alertname", "Slow", "instance", instance, "job", "api"),
                Labels.of("summary", "p95 is <1.2 s"),
                NOW.minusSeconds(90),
                resolved ? NOW.minusSeconds(5) : null,
                "http://p/graph?g0=1&x",
                "0123456789abcdef");
    }

    static Notification firing() {
        return of(List.of(alert("a:1", false), alert("b:1", false)));
    }

    static Notification resolved() {
        return of(List.of(alert("a:1", true), alert("b:1", true)));
    }

    static Notification of(List<NotifiedAlert> alerts) {
        return of(alerts, NEW, LEFT);
    }

    static Notification because(NotificationReason reason) {
        return of(List.of(alert("a:1", false)), reason, LEFT);
    }

    static Notification within(Duration left) {
        return of(List.of(alert("a:1", false)), NEW, left);
    }

    private static Notification of(List<NotifiedAlert> alerts, NotificationReason reason, Duration left) {
        return new Notification(
                "team",
                "any",
                0,
                "{}:{alertname=\"Slow\"}",
                Labels.of("alertname", "Slow"),
                alerts,
                reason,
                false,
                NOW,
                NOW.plus(left),
                Duration.ofHours(4));
    }

    /** The first integration of a receiver that is written as YAML, below {@code - name: team}. */
    static Integration integration(String receiver) throws IOException {
        return integrations(receiver, "http://am:9093/").getFirst();
    }

    static List<Integration> integrations(String receiver, String externalUrl) throws IOException {
        String text = "route: {receiver: team}\nreceivers:\n- name: team\n" + receiver.indent(2);
        AlertmanagerConfig config = AlertmanagerConfig.parse("alertmanager.yml", text);
        NotificationTemplates templates = NotificationTemplates.read(List.of(), CLOCK);
        return new Notifiers(config, templates, URI.create(externalUrl), CLOCK).integrations("team");
    }

    static Delivery send(String receiver, Notification notification) throws IOException {
        return integration(receiver).notifier().send(notification);
    }
}
