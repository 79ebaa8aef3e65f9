package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.alerts.AlertStore;
import io.dawsos.observatory.alertmanager.alerts.PostedAlert;
import io.dawsos.observatory.alertmanager.alerts.Reception;
import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.dispatch.Handover;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.alertmanager.schedule.Scheduler;
import io.dawsos.observatory.alertmanager.silence.Silence;
import io.dawsos.observatory.alertmanager.silence.SilenceException;
import io.dawsos.observatory.alertmanager.silence.Silences;
import io.dawsos.observatory.alertmanager.stage.Turns;
import io.dawsos.observatory.model.Alert;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes alerts and sees to it that the right people are told: once, in groups, and not while others keep them quiet. All
 * that it acknowledges, and all that it has told, survives {@code kill -9}. For many threads.
 */
public final class Alertmanager implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Alertmanager.class);
    private static final Duration MAINTENANCE = Duration.ofSeconds(30);
    private static final Duration LAST_SENDS = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final AlertmanagerMetrics metrics;
    private final State state;
    private final Assembly assembly;
    private final Turns turns = new Turns();
    private final SilenceWatch silenceWatch;
    private final ReadWriteLock configured = new ReentrantReadWriteLock();
    private volatile Running running;
    private volatile boolean closed;

    private Alertmanager(
            State state,
            AlertmanagerSetup setup,
            AlertmanagerSettings settings,
            Scheduler scheduler,
            AlertmanagerMetrics metrics) {
        this.scheduler = scheduler;
        this.metrics = metrics;
        this.state = state;
        boolean restarted = state.journal().recovery().records() > 0;
        Instant settledAt = restarted ? scheduler.instant().plus(settings.settle()) : scheduler.instant();
        this.assembly = new Assembly(state, settings, scheduler, metrics, turns, settledAt);
        this.running = assembly.of(setup);
        this.silenceWatch = new SilenceWatch(state.silences(), scheduler, this::tellOf);
    }

    /**
     * Opens what is in a folder, which is made when it is missing, and begins to tell.
     *
     * @throws IOException when the folder cannot be used, or another process uses it
     */
    public static Alertmanager open(
            Path folder,
            AlertmanagerSetup setup,
            AlertmanagerSettings settings,
            Scheduler scheduler,
            AlertmanagerMetrics metrics)
            throws IOException {
        State state = State.open(folder, settings, setup.resolveTimeout(), scheduler, metrics);
        try {
            Alertmanager alertmanager = new Alertmanager(state, setup, settings, scheduler, metrics);
            alertmanager.running.dispatcher().start(Handover.NONE);
            alertmanager.silenceWatch.arm();
            alertmanager.maintainLater();
            return alertmanager;
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /**
     * Goes on by another configuration, with the same alerts, silences and knowledge of what was told: nothing is told again
     * because of this. Sends that are under way end; tries that wait for their time are made by the new configuration.
     */
    public void reload(AlertmanagerSetup setup) {
        configured.writeLock().lock();
        try {
            Running old = running;
            Running next = assembly.of(setup);
            Handover handover = old.dispatcher().stop();
            running = next;
            next.dispatcher().start(handover);
            old.cutoff().reach();
        } finally {
            configured.writeLock().unlock();
        }
    }

    /** As {@link #post}. */
    public Reception receive(List<Alert> alerts) throws IOException {
        return post(alerts.stream().map(PostedAlert::of).toList());
    }

    /**
     * Takes the alerts that are valid, and says why it does not take the others. What is accepted is durable when this
     * returns.
     *
     * @throws IOException when it cannot be made durable; people are told all the same
     */
    public Reception post(List<PostedAlert> alerts) throws IOException {
        List<String> invalid = new ArrayList<>();
        List<AlertStore.Change> changes = new ArrayList<>();
        int overLimit = 0;
        for (PostedAlert alert : alerts) {
            String problem = state.alerts().problem(alert, scheduler.instant(), resolveTimeout());
            AlertStore.Change change = problem == null ? take(alert) : null;
            if (problem != null) {
                metrics.alertInvalid();
                invalid.add(problem);
            } else if (change != null) {
                changes.add(change);
            } else {
                metrics.alertOverLimit();
                overLimit++;
            }
        }
        makeDurable(changes);
        state.endResolvedSilences(scheduler.instant());
        return new Reception(changes.size(), invalid, overLimit);
    }

    private void makeDurable(List<AlertStore.Change> changes) throws IOException {
        for (AlertStore.Change change : changes) {
            IOException problem = change.unrecorded();
            if (problem != null) {
                throw problem;
            }
        }
        state.alerts().sync();
    }

    private Duration resolveTimeout() {
        return running.setup().resolveTimeout();
    }

    private AlertStore.@Nullable Change take(PostedAlert posted) {
        Instant now = scheduler.instant();
        configured.readLock().lock();
        try {
            AlertStore.Change change = state.alerts().put(posted, now, resolveTimeout());
            if (change == null) {
                return null;
            }
            StoredAlert alert = change.alert();
            metrics.alertReceived(!alert.resolvedAt(now));
            running.inhibitor().update(alert);
            running.dispatcher().process(alert);
            metrics.alertProcessed(Duration.between(now, scheduler.instant()));
            return change;
        } finally {
            configured.readLock().unlock();
        }
    }

    /**
     * Makes or changes a silence: see {@link Silences#set}.
     *
     * @throws SilenceException when it is refused; then nothing has changed
     */
    public String silence(Silence silence) throws IOException {
        String id = state.silences().set(silence);
        state.endResolvedSilences(scheduler.instant());
        silenceWatch.arm();
        return id;
    }

    /**
     * Ends a silence now.
     *
     * @throws SilenceException when there is none of this id, or it has expired
     */
    public void expire(String silenceId) throws IOException {
        state.silences().expire(silenceId);
        silenceWatch.arm();
    }

    public List<Silence> silences() {
        return state.silences().all();
    }

    public @Nullable Silence findSilence(String id) {
        return state.silences().find(id);
    }

    private void tellOf(Silence expired) {
        running.dispatcher().speakNow(expired::matches);
    }

    /** The alerts that fire. */
    public List<AlertView> alerts() {
        return views().alerts(state.alerts().all());
    }

    /** The groups with alerts that fire, by their labels. */
    public List<GroupView> groups() {
        return views().groups();
    }

    private Views views() {
        return new Views(state, running, scheduler.instant());
    }

    /** How many groups there are. */
    public int groupCount() {
        return running.dispatcher().size();
    }

    /** How many entries the notification log has. */
    public int logSize() {
        return state.log().size();
    }

    /** Which configuration is in force. */
    public Route route() {
        return running.setup().root();
    }

    /** What was cut off or left out when the folder was opened, for people. */
    public List<String> problems() {
        return state.journal().recovery().problems();
    }

    private void maintainLater() {
        scheduler.at(scheduler.instant().plus(MAINTENANCE), () -> {
            if (!closed) {
                maintainLater();
                maintain();
            }
        });
    }

    private void maintain() {
        Instant now = scheduler.instant();
        Running current = running;
        current.dispatcher().collect();
        current.inhibitor().collect(now);
        try {
            state.endResolvedSilences(scheduler.instant());
            forgetUnheld(now);
            state.collect(now, metrics);
        } catch (IOException e) {
            LOG.warn("the journal cannot be written; it is tried again in {}", MAINTENANCE, e);
            metrics.journalFailed();
        }
    }

    /** Alerts that ended and that no group has taken, since there were too many. Nobody takes alerts meanwhile. */
    private void forgetUnheld(Instant now) throws IOException {
        configured.writeLock().lock();
        try {
            for (StoredAlert alert : state.alerts().all()) {
                if (alert.resolvedAt(now) && !running.dispatcher().holds(alert.labels())) {
                    state.alerts().remove(alert);
                }
            }
        } finally {
            configured.writeLock().unlock();
        }
    }

    /** Begins nothing more, and waits some seconds for what is being sent. What was not told is told after the next start. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        silenceWatch.stop();
        running.dispatcher().stop();
        running.cutoff().reach();
        try {
            if (!turns.awaitIdle(LAST_SENDS)) {
                LOG.warn("notifications are still being sent after {}; they may be sent again", LAST_SENDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            state.close();
        }
    }
}
