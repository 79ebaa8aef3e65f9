package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One message about one group of alerts to one integration.
 *
 * @param receiver the receiver's name in the configuration
 * @param integration its kind: {@code webhook}, {@code pagerduty}
 * @param index which of the receiver's integrations of this kind, from 0
 * @param groupKey the same for every message about this group, as Alertmanager writes it; a receiver's key for telling
 *     repeats is made of it
 * @param groupLabels the labels that the group's alerts share by its route's {@code group_by}
 * @param alerts at least one; by start, then by labels. Resolved ones only when the integration wants them
 * @param reason why now
 * @param mayBeRepeat whether the same may have been sent before a crash, or by a try whose answer was not heard
 * @param now when the group spoke; the same in every try
 * @param deadline when no more is tried
 * @param repeatInterval after which the same is said again
 */
public record Notification(
        String receiver,
        String integration,
        int index,
        String groupKey,
        Labels groupLabels,
        List<NotifiedAlert> alerts,
        NotificationReason reason,
        boolean mayBeRepeat,
        Instant now,
        Instant deadline,
        Duration repeatInterval) {
    public Notification {
        alerts = List.copyOf(alerts);
    }

    public List<NotifiedAlert> firing() {
        return alerts.stream().filter(alert -> !alert.resolved()).toList();
    }

    public List<NotifiedAlert> resolved() {
        return alerts.stream().filter(NotifiedAlert::resolved).toList();
    }

    /** Whether nothing of the group fires any more. */
    public boolean isResolved() {
        return alerts.stream().allMatch(NotifiedAlert::resolved);
    }
}
