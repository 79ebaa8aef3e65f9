package io.dawsos.observatory.alertmanager.silence;

import io.dawsos.observatory.alertmanager.journal.Journal;
import io.dawsos.observatory.alertmanager.journal.RecordInput;
import io.dawsos.observatory.alertmanager.journal.RecordKind;
import io.dawsos.observatory.alertmanager.journal.RecordOutput;
import io.dawsos.observatory.alertmanager.silence.SilenceException.Reason;
import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The silences, also those that are to come or have expired not long ago. For many threads. */
public final class Silences {
    private final SilenceLimits limits;
    private final InstantSource clock;
    private final Map<String, KnownSilence> silences = new LinkedHashMap<>();
    private final SilenceIndex index = new SilenceIndex();
    private @Nullable Journal journal;
    private long lastPosition;

    public Silences(SilenceLimits limits, InstantSource clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** Takes what the journal held. */
    public synchronized void replay(RecordInput in) {
        if (in.kind() == RecordKind.SILENCE) {
            keep(SilenceRecords.silence(in));
        } else {
            forget(in.text());
        }
    }

    /** From here on changes are recorded. */
    public synchronized void start(Journal recordTo) {
        journal = recordTo;
    }

    /**
     * Makes a silence, or changes the one of its id. One whose matchers change, or that has expired, or whose start would
     * move though it has begun, is ended and replaced by a new one. Durable when this returns.
     *
     * @return its id, a new one if it was made or replaced
     * @throws SilenceException when it is refused; then nothing has changed
     */
    public String set(Silence wanted) throws IOException {
        String id = change(wanted);
        sync();
        return id;
    }

    private synchronized String change(Silence wanted) throws IOException {
        Instant now = clock.instant();
        KnownSilence old = wanted.id().isEmpty() ? null : need(wanted.id());
        limits.check(wanted);
        if (!wanted.endsAt().isAfter(now)) {
            throw SilenceLimits.invalid("a silence wants to end in the future, got endsAt " + wanted.endsAt());
        }
        if (old == null || !isChangeOf(old.silence(), wanted, now)) {
            return make(wanted, old, now);
        }
        Silence changed = wanted.with(wanted.id(), wanted.startsAt(), wanted.endsAt(), now);
        put(new KnownSilence(changed, old.hasFired()));
        return changed.id();
    }

    private void sync() throws IOException {
        Journal recordTo;
        long position;
        synchronized (this) {
            recordTo = journal;
            position = lastPosition;
        }
        if (recordTo != null) {
            recordTo.sync(position);
        }
    }

    private String make(Silence wanted, @Nullable KnownSilence old, Instant now) throws IOException {
        if (silences.size() >= limits.silences()) {
            throw new SilenceException(
                    Reason.LIMIT,
                    "there are " + silences.size() + " silences, expired ones among them, and no more are taken");
        }
        String id = UUID.randomUUID().toString();
        Instant start = wanted.startsAt().isBefore(now) ? now : wanted.startsAt();
        put(new KnownSilence(wanted.with(id, start, wanted.endsAt(), now), false));
        if (old != null && old.silence().state(now) != SilenceState.EXPIRED) {
            end(old, now);
        }
        return id;
    }

    private static boolean isChangeOf(Silence old, Silence wanted, Instant now) {
        return old.matchers().equals(wanted.matchers())
                && switch (old.state(now)) {
                    case ACTIVE -> wanted.startsAt().equals(old.startsAt());
                    case PENDING -> !wanted.startsAt().isBefore(now);
                    case EXPIRED -> false;
                };
    }

    /**
     * Ends a silence now; one that has not begun never will. Durable when this returns.
     *
     * @throws SilenceException when there is none of this id, or it has expired
     */
    public void expire(String id) throws IOException {
        endNow(id);
        sync();
    }

    private synchronized void endNow(String id) throws IOException {
        Instant now = clock.instant();
        KnownSilence known = need(id);
        if (known.silence().state(now) == SilenceState.EXPIRED) {
            throw SilenceLimits.invalid("silence " + id + " has already expired");
        }
        end(known, now);
    }

    private void end(KnownSilence known, Instant now) throws IOException {
        Silence silence = known.silence();
        Instant start = silence.startsAt().isAfter(now) ? now : silence.startsAt();
        put(new KnownSilence(silence.with(silence.id(), start, now, now), known.hasFired()));
    }

    private KnownSilence need(String id) {
        KnownSilence known = silences.get(id);
        if (known == null) {
            throw new SilenceException(Reason.NOT_FOUND, "there is no silence \"" + id + "\"");
        }
        return known;
    }

    private void put(KnownSilence known) throws IOException {
        // Recorded first: what cannot be recorded does not hold.
        if (journal != null) {
            lastPosition = journal.append(SilenceRecords.silence(known.silence(), known.hasFired()));
        }
        keep(known);
    }

    private void keep(KnownSilence known) {
        KnownSilence old = silences.put(known.silence().id(), known);
        if (old != null) {
            index.remove(old.silence());
        }
        index.add(known.silence());
    }

    private void forget(String id) {
        KnownSilence old = silences.remove(id);
        if (old != null) {
            index.remove(old.silence());
        }
    }

    public synchronized @Nullable Silence find(String id) {
        KnownSilence known = silences.get(id);
        return known == null ? null : known.silence();
    }

    public synchronized List<Silence> all() {
        return silences.values().stream().map(KnownSilence::silence).toList();
    }

    /** The active silences that match, by id. */
    public synchronized List<String> silencing(Labels alert, Instant now) {
        return index.matching(alert).stream()
                .filter(silence -> silence.state(now) == SilenceState.ACTIVE)
                .map(Silence::id)
                .sorted()
                .toList();
    }

    /** Of the expired silences that match and want it told, the one that ended last after a time; null when none did. */
    public synchronized @Nullable Silence toldAfter(Labels alert, Instant after, Instant now) {
        Silence last = null;
        for (Silence silence : index.matching(alert)) {
            boolean ended = silence.tellWhenExpired()
                    && silence.startsAt().isBefore(silence.endsAt())
                    && silence.endsAt().isAfter(after)
                    && !silence.endsAt().isAfter(now);
            if (ended && (last == null || silence.endsAt().isAfter(last.endsAt()))) {
                last = silence;
            }
        }
        return last;
    }

    /** When the next silence ends that wants it told; null when none does. */
    public synchronized @Nullable Instant nextToldEnd(Instant now) {
        return silences.values().stream()
                .map(KnownSilence::silence)
                .filter(silence -> silence.tellWhenExpired() && silence.endsAt().isAfter(now))
                .map(Silence::endsAt)
                .min(Instant::compareTo)
                .orElse(null);
    }

    /**
     * Ends the silences that last until their alerts resolve, where alerts have fired and none does any more.
     *
     * @param firing gives the labels of all alerts that fire, if that matters
     */
    public void endResolved(Supplier<Collection<Labels>> firing) throws IOException {
        List<KnownSilence> waiting = untilResolved();
        if (waiting.isEmpty()) {
            return;
        }
        Collection<Labels> alerts = firing.get();
        for (KnownSilence known : waiting) {
            boolean fires = alerts.stream().anyMatch(known.silence()::matches);
            if (fires != known.hasFired()) {
                follow(known, fires);
            }
        }
    }

    private synchronized List<KnownSilence> untilResolved() {
        Instant now = clock.instant();
        return silences.values().stream()
                .filter(known ->
                        known.silence().untilResolved() && known.silence().state(now) == SilenceState.ACTIVE)
                .toList();
    }

    private synchronized void follow(KnownSilence known, boolean fires) throws IOException {
        if (!known.equals(silences.get(known.silence().id()))) {
            return;
        }
        if (fires) {
            put(new KnownSilence(known.silence(), true));
        } else {
            end(known, clock.instant());
        }
    }

    /** Forgets the silences that expired longer ago than they are kept. */
    public synchronized void collect(Instant now) throws IOException {
        List<String> old = new ArrayList<>();
        for (KnownSilence known : silences.values()) {
            if (known.silence().endsAt().plus(limits.retention()).isBefore(now)) {
                old.add(known.silence().id());
            }
        }
        for (String id : old) {
            forget(id);
            if (journal != null) {
                journal.append(SilenceRecords.gone(id));
            }
        }
    }

    /** All that is known, for a snapshot. */
    public synchronized List<RecordOutput> records() {
        return silences.values().stream()
                .map(known -> SilenceRecords.silence(known.silence(), known.hasFired()))
                .toList();
    }
}
