package io.dawsos.observatory.alertmanager.log;

import io.dawsos.observatory.alertmanager.journal.Journal;
import io.dawsos.observatory.alertmanager.journal.RecordInput;
import io.dawsos.observatory.alertmanager.journal.RecordOutput;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was told to whom. Before a notification is sent, that it is going to be is recorded; so after a crash it is known
 * which may have arrived without that being known. For many threads.
 */
public final class NotificationLog {
    private final int limit;
    private final Duration retention;
    private final Runnable dropped;
    /** The one told longest ago first. */
    private final Map<LogKey, LogEntry> entries = new LinkedHashMap<>();

    private final Set<LogKey> sending = new HashSet<>();
    private @Nullable Journal journal;

    /**
     * @param limit how many entries are kept
     * @param retention how long an entry is kept at most
     * @param dropped told when an entry goes before its time because of the limit
     */
    public NotificationLog(int limit, Duration retention, Runnable dropped) {
        this.limit = limit;
        this.retention = retention;
        this.dropped = dropped;
    }

    /** Takes what the journal held. */
    public synchronized void replay(RecordInput in) {
        switch (in.kind()) {
            case SENDING -> sending.add(LogRecords.key(in));
            case NOT_SENT -> sending.remove(LogRecords.key(in));
            default -> keep(LogRecords.sent(in));
        }
    }

    /** From here on changes are recorded. */
    public synchronized void start(Journal recordTo) {
        journal = recordTo;
    }

    private void keep(LogEntry entry) {
        sending.remove(entry.key());
        entries.remove(entry.key());
        if (entries.size() >= limit) {
            entries.remove(entries.keySet().iterator().next());
            dropped.run();
        }
        entries.put(entry.key(), entry);
    }

    public synchronized @Nullable LogEntry find(LogKey key) {
        return entries.get(key);
    }

    /** Whether a notification was begun whose end is not known. */
    public synchronized boolean mayHaveBeenSent(LogKey key) {
        return sending.contains(key);
    }

    /** One is about to be sent. Durable when this returns. */
    public void sending(LogKey key) throws IOException {
        record(LogRecords.sending(key), () -> sending.add(key), true);
    }

    /** The one that was about to be sent did not arrive. */
    public void notSent(LogKey key) throws IOException {
        record(LogRecords.notSent(key), () -> sending.remove(key), false);
    }

    /**
     * It was sent. Durable when this returns.
     *
     * @param repeatInterval of its route: an entry is kept for two of them, within the retention
     */
    public void sent(LogKey key, Instant at, Set<Long> firing, Set<Long> resolved, Duration repeatInterval)
            throws IOException {
        Duration kept = repeatInterval.multipliedBy(2);
        LogEntry entry =
                new LogEntry(key, at, firing, resolved, at.plus(kept.compareTo(retention) < 0 ? kept : retention));
        record(LogRecords.sent(entry), () -> keep(entry), true);
    }

    /** What cannot be recorded holds in memory all the same. */
    private void record(RecordOutput record, Runnable change, boolean durable) throws IOException {
        Journal recordTo;
        long position = 0;
        synchronized (this) {
            change.run();
            recordTo = journal;
            if (recordTo != null) {
                position = recordTo.append(record);
            }
        }
        if (recordTo != null && durable) {
            recordTo.sync(position);
        }
    }

    /** Forgets what has expired; a snapshot of the journal leaves it out. */
    public synchronized void collect(Instant now) {
        entries.values().removeIf(entry -> !entry.expiresAt().isAfter(now));
    }

    public synchronized int size() {
        return entries.size();
    }

    /** All that is known, for a snapshot. */
    public synchronized List<RecordOutput> records() {
        List<RecordOutput> records = new ArrayList<>();
        entries.values().forEach(entry -> records.add(LogRecords.sent(entry)));
        sending.forEach(key -> records.add(LogRecords.sending(key)));
        return records;
    }
}
