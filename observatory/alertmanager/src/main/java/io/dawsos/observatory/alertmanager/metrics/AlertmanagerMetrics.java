package io.dawsos.observatory.alertmanager.metrics;

import java.time.Duration;

/**
 * Hears what happens, for whoever counts it. Called by several threads, often; must be quick and throw nothing. Each method
 * names Alertmanager's metric that it is for, where there is one.
 */
public interface AlertmanagerMetrics {
    /** Hears nothing. */
    AlertmanagerMetrics NONE = new AlertmanagerMetrics() {};

    /** {@code alertmanager_alerts_received_total}, by {@code status}. */
    default void alertReceived(boolean firing) {}

    /** {@code alertmanager_alerts_invalid_total}. */
    default void alertInvalid() {}

    /** {@code alertmanager_alerts_limited_total}: refused because there are too many. */
    default void alertOverLimit() {}

    /** {@code alertmanager_dispatcher_aggregation_group_limit_reached_total}. */
    default void groupOverLimit() {}

    /** {@code alertmanager_dispatcher_alert_processing_duration_seconds}. */
    default void alertProcessed(Duration duration) {}

    /** {@code alertmanager_notifications_total}, by {@code integration} and {@code receiver}: one is to be sent. */
    default void notification(String receiver, String integration) {}

    /** {@code alertmanager_notifications_failed_total}: given up. */
    default void notificationFailed(String receiver, String integration) {}

    /**
     * {@code alertmanager_notification_requests_total}, {@code alertmanager_notification_requests_failed_total} and {@code
     * alertmanager_notification_latency_seconds}: one try.
     */
    default void notificationRequest(String receiver, String integration, boolean failed, Duration latency) {}

    /** {@code alertmanager_notifications_suppressed_total}, by {@code reason}, from a closed set. */
    default void notificationsSuppressed(String reason, int alerts) {}

    /** An entry of the notification log was dropped before its time, since there are too many. */
    default void logEntryDropped() {}

    /** The journal could not be written; what was to be recorded is only in memory. */
    default void journalFailed() {}

    /** {@code alertmanager_nflog_snapshot_duration_seconds} and the like: the journal was compacted. */
    default void journalCompacted(Duration duration, long bytesBefore) {}
}
