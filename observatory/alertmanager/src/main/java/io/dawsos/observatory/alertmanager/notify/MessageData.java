package io.dawsos.observatory.alertmanager.notify;

import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.alertmanager.stage.NotifiedAlert;
import io.dawsos.observatory.alertmanager.template.AlertData;
import io.dawsos.observatory.alertmanager.template.Alerts;
import io.dawsos.observatory.alertmanager.template.Data;
import io.dawsos.observatory.alertmanager.template.GoTime;
import io.dawsos.observatory.alertmanager.template.KeyValues;
import io.dawsos.observatory.model.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes of a notification what templates see. */
final class MessageData {
    private static final String SIGNS_OF_EXPRESSIONS = "\\.+*?()|[]{}^$";

    private MessageData() {}

    /** @param externalUrl where people reach this program, without a slash at its end */
    static Data of(Notification notification, String externalUrl) {
        return new Data(
                quoted(notification.receiver()),
                notification.isResolved() ? "resolved" : "firing",
                new Alerts(
                        notification.alerts().stream().map(MessageData::alert).toList()),
                notification.reason().text(),
                new KeyValues(notification.groupLabels().toMap()),
                common(notification.alerts(), NotifiedAlert::labels),
                common(notification.alerts(), NotifiedAlert::annotations),
                externalUrl);
    }

    private static AlertData alert(NotifiedAlert alert) {
        return new AlertData(
                alert.resolved(),
                new KeyValues(alert.labels().toMap()),
                new KeyValues(alert.annotations().toMap()),
                GoTime.of(alert.startsAt()),
                GoTime.of(alert.endsAt()),
                alert.generatorUrl(),
                alert.fingerprint());
    }

    private static KeyValues common(List<NotifiedAlert> alerts, Function<NotifiedAlert, Labels> part) {
        Map<String, String> common = new HashMap<>(part.apply(alerts.getFirst()).toMap());
        for (NotifiedAlert alert : alerts) {
            Labels labels = part.apply(alert);
            common.entrySet().removeIf(entry -> !labels.get(entry.getKey()).equals(entry.getValue()));
        }
        return new KeyValues(common);
    }

    /** Alertmanager has receivers' names so, as regular expressions that match them. */
    private static String quoted(String receiver) {
        StringBuilder quoted = new StringBuilder(receiver.length());
        for (int i = 0; i < receiver.length(); i++) {
            char c = receiver.charAt(i);
            quoted.append(SIGNS_OF_EXPRESSIONS.indexOf(c) >= 0 ? "\\" : "").append(c);
        }
        return quoted.toString();
    }
}
