package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.log.LogKey;
import io.dawsos.observatory.model.Labels;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What passes from stage to stage.
 *
 * @param alerts of the group, as they were when it began to speak; those that are left
 * @param held alerts of which it is too early to say whether they may pass; the group must speak of them again
 * @param reason why this is told; of meaning after the dedup stage
 */
public record Passage(Flush flush, List<StoredAlert> alerts, Set<Labels> held, NotificationReason reason) {
    private static final NotificationReason NONE = new NotificationReason(NotificationReason.Kind.NEW_ALERTS, "");

    public Passage {
        alerts = List.copyOf(alerts);
        held = Set.copyOf(held);
    }

    public static Passage begin(Flush flush, List<StoredAlert> alerts) {
        return new Passage(flush, alerts, Set.of(), NONE);
    }

    Passage withAlerts(List<StoredAlert> left) {
        return new Passage(flush, left, held, reason);
    }

    Passage withHeld(Set<Labels> heldBack) {
        return new Passage(flush, alerts, heldBack, reason);
    }

    Passage because(NotificationReason why) {
        return new Passage(flush, alerts, held, why);
    }

    LogKey key(Integration integration) {
        return integration.key(flush.groupKey(), flush.route().receiver());
    }

    boolean isResolved(StoredAlert alert) {
        return alert.resolvedAt(flush.now());
    }

    List<StoredAlert> firing() {
        return alerts.stream().filter(Predicate.not(this::isResolved)).toList();
    }

    Set<Long> firingPrints() {
        return prints(Predicate.not(this::isResolved));
    }

    Set<Long> resolvedPrints() {
        return prints(this::isResolved);
    }

    private Set<Long> prints(Predicate<StoredAlert> wanted) {
        return alerts.stream().filter(wanted).map(StoredAlert::fingerprint).collect(Collectors.toUnmodifiableSet());
    }

    List<NotifiedAlert> notified(List<StoredAlert> some) {
        return some.stream().map(this::notified).toList();
    }

    private NotifiedAlert notified(StoredAlert alert) {
        return new NotifiedAlert(
                alert.labels(),
                alert.annotations(),
                alert.startsAt(),
                isResolved(alert) ? alert.endsAt() : null,
                alert.generatorUrl(),
                alert.fingerprintText());
    }
}
