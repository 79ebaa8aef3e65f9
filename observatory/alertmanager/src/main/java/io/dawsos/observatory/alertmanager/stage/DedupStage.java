package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.log.LogEntry;
import io.dawsos.observatory.alertmanager.log.NotificationLog;
import io.dawsos.observatory.alertmanager.silence.Silence;
import io.dawsos.observatory.alertmanager.silence.Silences;
import io.dawsos.observatory.alertmanager.stage.NotificationReason.Kind;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Stops what the receiver has been told, and finds out why the rest is told now. */
final class DedupStage implements Stage {
    private final Integration integration;
    private final NotificationLog log;
    private final Silences silences;

    DedupStage(Integration integration, NotificationLog log, Silences silences) {
        this.integration = integration;
        this.log = log;
        this.silences = silences;
    }

    @Override
    public CompletableFuture<Step> pass(Passage passage) {
        NotificationReason reason = reason(passage, log.find(passage.key(integration)));
        return AlertFilter.now(
                reason == null
                        ? new Step.Stops(passage, StopReason.NOTHING_NEW, "")
                        : new Step.Goes(passage.because(reason)));
    }

    private @Nullable NotificationReason reason(Passage passage, @Nullable LogEntry told) {
        Silence silence = expired(passage, told);
        if (silence != null) {
            return new NotificationReason(Kind.SILENCE_EXPIRED, "silence " + silence.id() + " expired");
        }
        Set<Long> firing = passage.firingPrints();
        if (told == null) {
            return firing.isEmpty() ? null : new NotificationReason(Kind.NEW_ALERTS, "new alerts");
        }
        if (!told.firing().containsAll(firing)) {
            return new NotificationReason(Kind.NEW_ALERTS, "new alerts");
        }
        if (firing.isEmpty()) {
            // Whatever the integration wants to hear: the log must know that they have ended.
            return told.firing().isEmpty() ? null : new NotificationReason(Kind.RESOLVED, "all alerts resolved");
        }
        if (integration.sendResolved() && !told.resolved().containsAll(passage.resolvedPrints())) {
            return new NotificationReason(Kind.RESOLVED, "alerts resolved");
        }
        return repeat(passage, told);
    }

    private static @Nullable NotificationReason repeat(Passage passage, LogEntry told) {
        var interval = passage.flush().route().options().repeatInterval();
        return told.at().isBefore(passage.flush().now().minus(interval))
                ? new NotificationReason(Kind.REPEAT, "repeat interval has passed")
                : null;
    }

    /** A silence that has ended since the receiver was told, and that wants this to be told. */
    private @Nullable Silence expired(Passage passage, @Nullable LogEntry told) {
        for (StoredAlert alert : passage.firing()) {
            Instant after = alert.startsAt();
            if (told != null && told.at().isAfter(after)) {
                after = told.at();
            }
            Silence silence =
                    silences.toldAfter(alert.labels(), after, passage.flush().now());
            if (silence != null) {
                return silence;
            }
        }
        return null;
    }
}
