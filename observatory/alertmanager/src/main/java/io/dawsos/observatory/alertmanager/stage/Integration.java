package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.alertmanager.log.LogKey;

/**
 * One of a receiver's ways to tell people.
 *
 * @param kind {@code webhook}, {@code pagerduty}
 * @param index which of the receiver's integrations of this kind, from 0
 * @param sendResolved whether it hears of resolved alerts
 */
public record Integration(String kind, int index, boolean sendResolved, Notifier notifier) {
    LogKey key(String groupKey, String receiver) {
        return new LogKey(groupKey, receiver, kind, index);
    }

    @Override
    public String toString() {
        return kind + "[" + index + "]";
    }
}
