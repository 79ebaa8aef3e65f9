package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.log.LogKey;
import io.dawsos.observatory.alertmanager.log.NotificationLog;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.schedule.Scheduler;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends, and tries again until the deadline what may succeed later. Before the first try it records that it is going to. A
 * journal that fails keeps no notification back: people are told rather twice than never.
 */
final class RetryStage implements Stage {
    private static final Logger LOG = LoggerFactory.getLogger(RetryStage.class);

    private final Integration integration;
    private final NotificationLog log;
    private final Scheduler scheduler;
    private final Cutoff cutoff;
    private final AlertmanagerMetrics metrics;

    RetryStage(
            Integration integration,
            NotificationLog log,
            Scheduler scheduler,
            Cutoff cutoff,
            AlertmanagerMetrics metrics) {
        this.integration = integration;
        this.log = log;
        this.scheduler = scheduler;
        this.cutoff = cutoff;
        this.metrics = metrics;
    }

    @Override
    public CompletableFuture<Step> pass(Passage passage) {
        List<StoredAlert> alerts = integration.sendResolved() ? passage.alerts() : passage.firing();
        if (alerts.isEmpty()) {
            // Nothing to say, but the log has to know that the alerts have ended.
            return AlertFilter.now(new Step.Goes(passage));
        }
        metrics.notification(passage.flush().route().receiver(), integration.kind());
        CompletableFuture<Step> end = new CompletableFuture<>();
        scheduler.soon(() -> begin(passage, alerts, end));
        return end;
    }

    private void begin(Passage passage, List<StoredAlert> alerts, CompletableFuture<Step> end) {
        if (cutoff.isReached()) {
            end.complete(new Step.Stops(passage, StopReason.CUT_OFF, ""));
            return;
        }
        LogKey key = passage.key(integration);
        Flush flush = passage.flush();
        Notification notification = new Notification(
                flush.route().receiver(),
                integration.kind(),
                integration.index(),
                flush.groupKey(),
                flush.groupLabels(),
                passage.notified(alerts),
                passage.reason(),
                log.mayHaveBeenSent(key),
                flush.now(),
                flush.deadline(),
                flush.route().options().repeatInterval());
        try {
            log.sending(key);
        } catch (IOException e) {
            LOG.warn("cannot record that {} is about to be told of {}; it is told all the same", integration, key, e);
            metrics.journalFailed();
        }
        attempt(new Sending(passage, notification, end), 1);
    }

    private record Sending(Passage passage, Notification notification, CompletableFuture<Step> end) {}

    private void attempt(Sending sending, int number) {
        switch (send(sending.notification)) {
            case Delivery.Delivered() -> sending.end.complete(new Step.Goes(sending.passage));
            case Delivery.Failed failed
            when !failed.retryable() -> giveUp(sending, StopReason.FAILED, failed.reason() + ", which will not change");
            case Delivery.Failed failed -> retry(sending, number, failed.reason());
        }
    }

    private Delivery send(Notification notification) {
        Instant begun = scheduler.instant();
        Delivery delivery;
        try {
            delivery = integration.notifier().send(notification);
        } catch (RuntimeException e) {
            LOG.error("the notifier {} of receiver {} threw", integration, notification.receiver(), e);
            delivery = Delivery.failed("the notifier threw " + e.getClass().getSimpleName());
        }
        metrics.notificationRequest(
                notification.receiver(),
                integration.kind(),
                delivery instanceof Delivery.Failed,
                Duration.between(begun, scheduler.instant()));
        return delivery;
    }

    private void retry(Sending sending, int number, String problem) {
        Instant next = scheduler.instant().plus(Backoff.after(number, sending.passage.key(integration)));
        if (cutoff.isReached()) {
            giveUp(sending, StopReason.CUT_OFF, problem);
            return;
        }
        if (!next.isBefore(sending.passage.flush().deadline())) {
            giveUp(sending, StopReason.FAILED, problem + ", after " + number + " tries");
            return;
        }
        LOG.info(
                "{} of receiver {} was not told: {}; next try at {}",
                integration,
                sending.notification.receiver(),
                problem,
                next);
        Runnable atEnd = new Runnable() {
            @Override
            public void run() {
                giveUp(sending, StopReason.CUT_OFF, problem);
            }
        };
        cutoff.enter(atEnd);
        scheduler.at(next, () -> {
            if (cutoff.leave(atEnd)) {
                attempt(sending, number + 1);
            }
        });
    }

    private void giveUp(Sending sending, StopReason reason, String problem) {
        if (reason == StopReason.FAILED) {
            LOG.warn(
                    "{} of receiver {} was not told of {}: {}",
                    integration,
                    sending.notification.receiver(),
                    sending.notification.groupKey(),
                    problem);
            metrics.notificationFailed(sending.notification.receiver(), integration.kind());
        }
        try {
            log.notSent(sending.passage.key(integration));
        } catch (IOException e) {
            LOG.debug("cannot record that a notification was not sent; the next one may be called a repeat", e);
            metrics.journalFailed();
        }
        sending.end.complete(new Step.Stops(sending.passage, reason, problem));
    }
}
