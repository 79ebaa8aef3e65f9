package io.dawsos.observatory.server.metrics;

import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.time.Duration;

/** What the Alertmanager of this process does. */
public final class AlertmanagerCounts implements AlertmanagerMetrics {
    private static final double[] SECONDS = {0.01, 0.05, 0.1, 0.5, 1, 5, 10, 30};
    private static final int MOST_RECEIVERS = 1000;

    private final Counter received;
    private final Counter invalid;
    private final Counter overLimit;
    private final Counter groupsOverLimit;
    private final Histogram processing;
    private final Counter notifications;
    private final Counter failed;
    private final Counter requests;
    private final Counter requestsFailed;
    private final Histogram latency;
    private final Counter suppressed;
    private final Counter logDropped;
    private final Counter journalFailed;
    private final Histogram compaction;

    public AlertmanagerCounts(Metrics metrics) {
        Label integration = Label.open("integration", 100);
        Label receiver = Label.open("receiver", MOST_RECEIVERS);
        received = metrics.counter(
                "alertmanager_alerts_received_total",
                "Reports of alerts that were taken.",
                Label.of("status", "firing", "resolved"));
        received.init("firing").init("resolved");
        invalid = metrics.counter("alertmanager_alerts_invalid_total", "Reports of alerts that were no alerts.");
        invalid.init();
        overLimit = metrics.counter("alertmanager_alerts_limited_total", "Alerts refused because there are too many.");
        overLimit.init();
        groupsOverLimit = metrics.counter(
                "alertmanager_dispatcher_aggregation_group_limit_reached_total", "Groups too many to be made.");
        groupsOverLimit.init();
        processing = metrics.histogram(
                "alertmanager_dispatcher_alert_processing_duration_seconds",
                "How long it took to put an alert into its groups.",
                SECONDS);
        notifications = metrics.counter(
                "alertmanager_notifications_total", "Notifications that were to be sent.", integration, receiver);
        failed = metrics.counter(
                "alertmanager_notifications_failed_total", "Notifications that were given up.", integration, receiver);
        requests = metrics.counter(
                "alertmanager_notification_requests_total", "Tries to send a notification.", integration, receiver);
        requestsFailed = metrics.counter(
                "alertmanager_notification_requests_failed_total",
                "Tries to send a notification that have failed.",
                integration,
                receiver);
        latency = metrics.histogram(
                "alertmanager_notification_latency_seconds",
                "How long a try to send a notification took.",
                SECONDS,
                integration,
                receiver);
        suppressed = metrics.counter(
                "alertmanager_notifications_suppressed_total",
                "Alerts of which nobody was told, by reason.",
                Label.open("reason", 20));
        logDropped = metrics.counter(
                "dawsos_alertmanager_log_dropped_total",
                "Entries of the notification log that were dropped before their time.");
        logDropped.init();
        journalFailed = metrics.counter(
                "dawsos_alertmanager_journal_failures_total",
                "Writes of the journal that have failed; what they held is only in memory.");
        journalFailed.init();
        compaction = metrics.histogram(
                "dawsos_alertmanager_journal_compaction_seconds",
                "How long a compaction of the journal took.",
                SECONDS);
    }

    @Override
    public void alertReceived(boolean firing) {
        received.inc(firing ? "firing" : "resolved");
    }

    @Override
    public void alertInvalid() {
        invalid.inc();
    }

    @Override
    public void alertOverLimit() {
        overLimit.inc();
    }

    @Override
    public void groupOverLimit() {
        groupsOverLimit.inc();
    }

    @Override
    public void alertProcessed(Duration duration) {
        processing.observe(seconds(duration));
    }

    @Override
    public void notification(String receiver, String integration) {
        notifications.inc(integration, receiver);
    }

    @Override
    public void notificationFailed(String receiver, String integration) {
        failed.inc(integration, receiver);
    }

    @Override
    public void notificationRequest(String receiver, String integration, boolean hasFailed, Duration took) {
        requests.inc(integration, receiver);
        if (hasFailed) {
            requestsFailed.inc(integration, receiver);
        }
        latency.observe(seconds(took), integration, receiver);
    }

    @Override
    public void notificationsSuppressed(String reason, int alerts) {
        suppressed.add(alerts, reason);
    }

    @Override
    public void logEntryDropped() {
        logDropped.inc();
    }

    @Override
    public void journalFailed() {
        journalFailed.inc();
    }

    @Override
    public void journalCompacted(Duration duration, long bytesBefore) {
        compaction.observe(seconds(duration));
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }
}
