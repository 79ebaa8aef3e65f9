package io.dawsos.observatory.alertmanager.alerts;

import io.dawsos.observatory.alertmanager.journal.Journal;
import io.dawsos.observatory.alertmanager.journal.RecordInput;
import io.dawsos.observatory.alertmanager.journal.RecordKind;
import io.dawsos.observatory.alertmanager.journal.RecordOutput;
import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The alerts that are known, each once. For many threads. What changes is in the journal, but not yet durable. */
public final class AlertStore {
    private final AlertLimits limits;
    private final Map<Labels, StoredAlert> alerts = new LinkedHashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();
    private @Nullable Journal journal;
    private long position;

    public AlertStore(AlertLimits limits) {
        this.limits = limits;
    }

    /** Takes what the journal held. */
    public synchronized void replay(RecordInput in) {
        if (in.kind() == RecordKind.ALERT) {
            keep(AlertRecords.alert(in));
        } else {
            forget(in.labels());
        }
    }

    /**
     * From here on changes are recorded. Alerts of before the restart that nobody had a chance to report again go on firing
     * for as long as their sender had promised to, but not longer than {@code longest}.
     */
    public synchronized void start(Journal recordTo, Instant now, Duration longest) {
        journal = recordTo;
        alerts.replaceAll((labels, alert) -> alert.grantedFrom(now, longest));
    }

    /** Why a posted alert is no alert, null when it is one. */
    public @Nullable String problem(PostedAlert posted, Instant now, Duration resolveTimeout) {
        return limits.problem(StoredAlert.of(posted, now, resolveTimeout));
    }

    /**
     * What a report changed.
     *
     * @param alert as it is now
     * @param unrecorded why that could not be recorded; null when it was
     */
    public record Change(StoredAlert alert, @Nullable IOException unrecorded) {}

    /** Takes a report that has no {@link #problem}; null when there are too many alerts. */
    public synchronized @Nullable Change put(PostedAlert posted, Instant now, Duration resolveTimeout) {
        StoredAlert fresh = StoredAlert.of(posted, now, resolveTimeout);
        StoredAlert old = alerts.get(fresh.labels());
        if (old == null && isFull(fresh)) {
            return null;
        }
        StoredAlert merged = old == null ? fresh : fresh.mergedOver(old, now);
        keep(merged);
        try {
            record(AlertRecords.alert(merged));
            return new Change(merged, null);
        } catch (IOException e) {
            return new Change(merged, e);
        }
    }

    private boolean isFull(StoredAlert fresh) {
        int same = byName.getOrDefault(name(fresh.labels()), 0);
        return alerts.size() >= limits.alerts() || (limits.perName() > 0 && same >= limits.perName());
    }

    private static String name(Labels labels) {
        return labels.get("alertname");
    }

    private void keep(StoredAlert alert) {
        if (alerts.put(alert.labels(), alert) == null) {
            byName.merge(name(alert.labels()), 1, Integer::sum);
        }
    }

    private void forget(Labels labels) {
        if (alerts.remove(labels) != null) {
            byName.computeIfPresent(name(labels), (name, count) -> count == 1 ? null : count - 1);
        }
    }

    /** Forgets an alert unless it has been heard of since. */
    public synchronized void remove(StoredAlert known) throws IOException {
        if (known.equals(alerts.get(known.labels()))) {
            forget(known.labels());
            record(AlertRecords.gone(known.labels()));
        }
    }

    private void record(RecordOutput record) throws IOException {
        if (journal != null) {
            position = journal.append(record);
        }
    }

    /** Waits until all changes up to here are durable. */
    public void sync() throws IOException {
        Journal recordTo;
        long upTo;
        synchronized (this) {
            recordTo = journal;
            upTo = position;
        }
        if (recordTo != null) {
            recordTo.sync(upTo);
        }
    }

    public synchronized @Nullable StoredAlert get(Labels labels) {
        return alerts.get(labels);
    }

    /** All alerts at this moment, resolved ones that are still to be told among them. */
    public synchronized List<StoredAlert> all() {
        return List.copyOf(alerts.values());
    }

    /** All that is known, for a snapshot. */
    public List<RecordOutput> records() {
        Collection<StoredAlert> known = all();
        return known.stream().map(AlertRecords::alert).toList();
    }
}
