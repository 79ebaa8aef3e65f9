package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.alerts.AlertStore;
import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.journal.Journal;
import io.dawsos.observatory.alertmanager.journal.RecordInput;
import io.dawsos.observatory.alertmanager.journal.RecordOutput;
import io.dawsos.observatory.alertmanager.log.NotificationLog;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.schedule.Scheduler;
import io.dawsos.observatory.alertmanager.silence.Silences;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What outlives a configuration and a restart: alerts, silences, the notification log, in one journal. */
final class State implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(State.class);

    private final AlertStore alerts;
    private final Silences silences;
    private final NotificationLog log;
    private final Journal journal;
    private final long compactBytes;

    private State(Path folder, AlertmanagerSettings settings, Scheduler scheduler, AlertmanagerMetrics metrics)
            throws IOException {
        alerts = new AlertStore(settings.alerts());
        silences = new Silences(settings.silences(), scheduler);
        log = new NotificationLog(settings.logEntries(), settings.retention(), metrics::logEntryDropped);
        compactBytes = settings.compactBytes();
        journal = Journal.open(folder, settings.durable(), this::replay);
        journal.recovery().problems().forEach(problem -> LOG.warn("{}: {}", folder, problem));
    }

    static State open(
            Path folder,
            AlertmanagerSettings settings,
            Duration resolveTimeout,
            Scheduler scheduler,
            AlertmanagerMetrics metrics)
            throws IOException {
        State state = new State(folder, settings, scheduler, metrics);
        state.alerts.start(state.journal, scheduler.instant(), resolveTimeout);
        state.silences.start(state.journal);
        state.log.start(state.journal);
        return state;
    }

    private void replay(RecordInput in) {
        switch (in.kind()) {
            case ALERT, ALERT_GONE -> alerts.replay(in);
            case SILENCE, SILENCE_GONE -> silences.replay(in);
            case SENDING, SENT, NOT_SENT -> log.replay(in);
            case END -> {}
        }
    }

    AlertStore alerts() {
        return alerts;
    }

    Silences silences() {
        return silences;
    }

    NotificationLog log() {
        return log;
    }

    Journal journal() {
        return journal;
    }

    /** Ends the silences that last until their alerts resolve, where these have. */
    void endResolvedSilences(Instant now) throws IOException {
        silences.endResolved(() -> alerts.all().stream()
                .filter(alert -> !alert.resolvedAt(now))
                .map(StoredAlert::labels)
                .toList());
    }

    /** Drops what is not needed any more, and compacts the journal when that pays. */
    void collect(Instant now, AlertmanagerMetrics metrics) throws IOException {
        silences.collect(now);
        log.collect(now);
        if (journal.wantsSnapshot(compactBytes)) {
            long before = journal.segmentBytes();
            long begun = System.nanoTime();
            journal.snapshot(this::records);
            metrics.journalCompacted(Duration.ofNanos(System.nanoTime() - begun), before);
        }
    }

    private List<RecordOutput> records() {
        List<RecordOutput> records = new ArrayList<>(alerts.records());
        records.addAll(silences.records());
        records.addAll(log.records());
        return records;
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
