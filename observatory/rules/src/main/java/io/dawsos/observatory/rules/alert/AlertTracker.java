package io.dawsos.observatory.rules.alert;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The alerts of one rule. Each evaluation says what was found; an alert is then pending, fires once it was found for
 * long enough, and is remembered for a quarter of an hour after its end, so that whoever missed the news hears it again.
 * Safe for use by many threads.
 */
public final class AlertTracker {
    private static final Duration RESOLVED_RETENTION = Duration.ofMinutes(15);

    private final Duration hold;
    private final Duration keepFiringFor;
    private final Map<Labels, TrackedAlert> alerts = new HashMap<>();

    /**
     * @param hold how long an alert must be found before it fires
     * @param keepFiringFor how long it fires on once it is found no more
     */
    public AlertTracker(Duration hold, Duration keepFiringFor) {
        this.hold = hold;
        this.keepFiringFor = keepFiringFor;
    }

    /**
     * Moves every alert on. All alerts are forgotten when there are more than the limit.
     *
     * @param found by the alerts' labels
     * @param limit of pending and firing alerts; none when 0 or less
     * @return how many are pending or fire, those forgotten included
     */
    public synchronized int update(Instant now, Map<Labels, FoundAlert> found, long limit) {
        found.forEach((labels, alert) -> add(labels, alert, now));
        int active = 0;
        Iterator<TrackedAlert> each = alerts.values().iterator();
        while (each.hasNext()) {
            TrackedAlert alert = each.next();
            if (found.containsKey(alert.labels()) || alert.keepsFiring(keepFiringFor, now)) {
                alert.fireAfter(hold, now);
                active++;
            } else {
                if (alert.state() == AlertState.PENDING || alert.resolvedLongerThan(RESOLVED_RETENTION, now)) {
                    each.remove();
                }
                alert.resolve(now);
            }
        }
        if (limit > 0 && active > limit) {
            alerts.clear();
        }
        return active;
    }

    private void add(Labels labels, FoundAlert found, Instant now) {
        TrackedAlert known = alerts.get(labels);
        if (known != null && known.isActive()) {
            known.foundAgain(found);
        } else {
            alerts.put(labels, new TrackedAlert(found, now));
        }
    }

    /** The pending and firing alerts, by labels. */
    public synchronized List<ActiveAlert> active() {
        return alerts.values().stream()
                .filter(TrackedAlert::isActive)
                .map(TrackedAlert::view)
                .sorted(Comparator.comparing(ActiveAlert::labels))
                .toList();
    }

    /**
     * The alerts to be told of now: that fire or have ended, and were not told of since, or not for the delay.
     *
     * @param validity how long those that fire are believed to, unless they are heard of again
     */
    public synchronized List<Alert> due(Instant now, Duration resendDelay, Duration validity, String generatorUrl) {
        List<Alert> due = new ArrayList<>();
        for (TrackedAlert alert : alerts.values()) {
            if (alert.isDue(now, resendDelay)) {
                due.add(alert.sent(now, validity, generatorUrl));
            }
        }
        return due;
    }

    /** Says since when alerts are active, where it is known better; null leaves an alert as it is. */
    public synchronized void restore(Function<Labels, @Nullable Instant> activeAt) {
        for (TrackedAlert alert : alerts.values()) {
            Instant known = activeAt.apply(alert.labels());
            if (known != null && alert.isActive()) {
                alert.activeSince(known);
            }
        }
    }

    /** Goes on with the alerts of the tracker that this one follows. */
    public void continueFrom(AlertTracker before) {
        Map<Labels, TrackedAlert> inherited = before.copy();
        synchronized (this) {
            alerts.putAll(inherited);
        }
    }

    private synchronized Map<Labels, TrackedAlert> copy() {
        Map<Labels, TrackedAlert> copy = new HashMap<>();
        alerts.forEach((labels, alert) -> copy.put(labels, new TrackedAlert(alert)));
        return copy;
    }
}
