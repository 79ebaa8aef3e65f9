package io.dawsos.observatory.alertmanager.alerts;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import java.time.Duration;
import java.time.Instant;

/**
 * An alert as it is known: all reports of it in one.
 *
 * @param endsAt when it ended, or until when it is believed to fire
 * @param updatedAt when it was heard of last
 * @param timeout whether the end is only from {@code resolve_timeout}
 * @param fingerprint {@link Fingerprint} of its labels
 */
public record StoredAlert(
        Labels labels,
        Labels annotations,
        Instant startsAt,
        Instant endsAt,
        String generatorUrl,
        Instant updatedAt,
        boolean timeout,
        long fingerprint) {

    /** An alert that was reported now, with the times that it does not say. */
    static StoredAlert of(PostedAlert posted, Instant now, Duration resolveTimeout) {
        Instant end = posted.endsAt();
        Instant start = posted.startsAt();
        return new StoredAlert(
                posted.labels(),
                posted.annotations(),
                start != null ? start : end != null ? end : now,
                end != null ? end : now.plus(resolveTimeout),
                posted.generatorUrl(),
                now,
                end == null,
                Fingerprint.of(posted.labels()));
    }

    public boolean resolvedAt(Instant now) {
        return !endsAt.isAfter(now);
    }

    public String fingerprintText() {
        return Fingerprint.text(fingerprint);
    }

    public Alert toAlert() {
        return new Alert(labels, annotations, startsAt, endsAt, generatorUrl);
    }

    /** This report and an older one of the same alert in one, as Alertmanager merges them. */
    StoredAlert mergedOver(StoredAlert older, Instant now) {
        return overlaps(older) ? within(older, now) : this;
    }

    /** Whether one of this alert's ends lies in the other's time. */
    private boolean overlaps(StoredAlert older) {
        return (endsAt.isAfter(older.startsAt) && endsAt.isBefore(older.endsAt))
                || (startsAt.isAfter(older.startsAt) && startsAt.isBefore(older.endsAt));
    }

    private StoredAlert within(StoredAlert older, Instant now) {
        Instant start = older.startsAt.isBefore(startsAt) ? older.startsAt : startsAt;
        return with(start, laterEnd(older, now) ? older.endsAt : endsAt);
    }

    /** Of two ends in the past the later one holds, and so does a later one that somebody has said. */
    private boolean laterEnd(StoredAlert older, Instant now) {
        boolean mayHold = resolvedAt(now) ? older.resolvedAt(now) : !older.timeout;
        return mayHold && older.endsAt.isAfter(endsAt);
    }

    private StoredAlert with(Instant start, Instant end) {
        return new StoredAlert(labels, annotations, start, end, generatorUrl, updatedAt, timeout, fingerprint);
    }

    /**
     * This alert after a time in which nobody could report it: who promised to speak up within some time has that time
     * again. The end of an alert that was said to be over stays.
     *
     * @param longest the most that is granted
     */
    StoredAlert grantedFrom(Instant restart, Duration longest) {
        Duration promised = Duration.between(updatedAt, endsAt);
        if (!promised.isPositive()) {
            return this;
        }
        Instant granted = restart.plus(promised.compareTo(longest) < 0 ? promised : longest);
        return granted.isAfter(endsAt) ? with(startsAt, granted) : this;
    }
}
