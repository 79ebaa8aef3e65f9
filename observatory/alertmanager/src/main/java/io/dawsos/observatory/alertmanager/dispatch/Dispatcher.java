package io.dawsos.observatory.alertmanager.dispatch;

import io.dawsos.observatory.alertmanager.alerts.AlertOrder;
import io.dawsos.observatory.alertmanager.alerts.AlertStore;
import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.alertmanager.schedule.Scheduler;
import io.dawsos.observatory.alertmanager.stage.Flush;
import io.dawsos.observatory.alertmanager.stage.Outcome;
import io.dawsos.observatory.alertmanager.stage.Passage;
import io.dawsos.observatory.alertmanager.stage.Pipeline;
import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts alerts into groups and has each group speak: after its route's {@code group_wait}, then every {@code
 * group_interval}. Of alerts it holds only the labels; how an alert is, the store knows. For many threads.
 */
public final class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

    /** A notification has at least this long. */
    private static final Duration SHORTEST_DEADLINE = Duration.ofSeconds(10);

    private final Route root;
    private final Function<Route, Pipeline> pipelines;
    private final AlertStore alerts;
    private final Scheduler scheduler;
    private final AlertmanagerMetrics metrics;
    private final int maxGroups;
    private final Instant settledAt;
    private final Map<Group.Id, Group> groups = new LinkedHashMap<>();
    private final Holders holders = new Holders();
    private boolean stopped;

    /**
     * @param settledAt until then alerts that have fired for long wait as those do that are new, and alerts that the
     *     pipeline holds are spoken of again then
     */
    public Dispatcher(
            Route root,
            Function<Route, Pipeline> pipelines,
            AlertStore alerts,
            Scheduler scheduler,
            AlertmanagerMetrics metrics,
            int maxGroups,
            Instant settledAt) {
        this.root = root;
        this.pipelines = pipelines;
        this.alerts = alerts;
        this.scheduler = scheduler;
        this.metrics = metrics;
        this.maxGroups = maxGroups;
        this.settledAt = settledAt;
    }

    /** Takes all alerts that are known; groups that were there before go on from where they were. */
    public void start(Handover before) {
        alerts.all().forEach(alert -> process(alert, group -> isOwed(alert, group, before)));
        synchronized (this) {
            for (Group group : groups.values()) {
                Handover.State state = before.get(group.id());
                if (state != null) {
                    group.continues(state.hasSpoken());
                    arm(group, state.next());
                }
            }
        }
    }

    /** Whether a group has something to say of an alert that was known before. */
    private boolean isOwed(StoredAlert alert, Group.Id group, Handover before) {
        if (!alert.resolvedAt(scheduler.instant())) {
            return true;
        }
        Handover.State state = before.get(group);
        if (state != null || before.had(group.route())) {
            return state != null && state.members().contains(alert.labels());
        }
        return pipelines.apply(group.route()).believesFiring(group.key(), alert.fingerprint());
    }

    /** Puts an alert that the store has into its groups. */
    public void process(StoredAlert alert) {
        process(alert, group -> true);
    }

    private void process(StoredAlert alert, Predicate<Group.Id> wanted) {
        List<Route> routes = root.match(alert.labels());
        synchronized (this) {
            if (stopped) {
                return;
            }
            for (Route route : routes) {
                Group.Id id = new Group.Id(route, route.groupLabels(alert.labels()));
                Group group = wanted.test(id) ? group(id) : null;
                if (group != null) {
                    join(group, alert);
                }
            }
        }
    }

    private @Nullable Group group(Group.Id id) {
        Group group = groups.get(id);
        if (group == null) {
            if (groups.size() >= maxGroups) {
                metrics.groupOverLimit();
                LOG.warn("there are {} groups, and no more are made; not told of {}", maxGroups, id.labels());
                return null;
            }
            Duration wait = id.route().options().groupWait();
            group = new Group(id, scheduler.instant().plus(wait));
            groups.put(id, group);
            arm(group, group.next());
        }
        return group;
    }

    private void join(Group group, StoredAlert alert) {
        if (group.members().add(alert.labels())) {
            holders.add(alert.labels());
        }
        Instant now = scheduler.instant();
        Instant waited = alert.startsAt().plus(group.id().route().options().groupWait());
        if (!group.hasSpoken() && waited.isBefore(now) && !now.isBefore(settledAt)) {
            arm(group, now);
        }
    }

    private void arm(Group group, Instant when) {
        group.arm(when, scheduler, () -> speak(group));
    }

    private void speak(Group group) {
        Flush flush;
        List<StoredAlert> members;
        synchronized (this) {
            if (stopped || groups.get(group.id()) != group) {
                return;
            }
            flush = flush(group);
            arm(group, flush.now().plus(group.id().route().options().groupInterval()));
            members = members(group);
            group.begins();
        }
        if (members.isEmpty()) {
            ended(group);
            return;
        }
        var _ = pipelines
                .apply(group.id().route())
                .run(Passage.begin(flush, members))
                .whenComplete((outcome, problem) -> {
                    if (problem == null) {
                        finish(group, flush, members, outcome);
                    } else {
                        LOG.error("notifying group {} failed", flush.groupKey(), problem);
                        ended(group);
                    }
                });
    }

    private Flush flush(Group group) {
        Instant now = scheduler.instant();
        Duration interval = group.id().route().options().groupInterval();
        Duration longest = interval.compareTo(SHORTEST_DEADLINE) < 0 ? SHORTEST_DEADLINE : interval;
        return new Flush(group.id().route(), group.id().labels(), group.id().key(), now, now.plus(longest));
    }

    private List<StoredAlert> members(Group group) {
        return group.members().stream()
                .map(alerts::get)
                .filter(Objects::nonNull)
                .sorted(AlertOrder.INSTANCE)
                .toList();
    }

    private synchronized void ended(Group group) {
        group.ends();
    }

    private void finish(Group group, Flush flush, List<StoredAlert> spoken, Outcome outcome) {
        List<StoredAlert> over = new ArrayList<>();
        synchronized (this) {
            group.ends();
            if (stopped) {
                return;
            }
            if (outcome.settled()) {
                spoken.stream()
                        .filter(alert ->
                                alert.resolvedAt(flush.now()) && !outcome.held().contains(alert.labels()))
                        .filter(alert -> letGo(group, alert))
                        .forEach(over::add);
            }
            if (!outcome.held().isEmpty() && settledAt.isBefore(group.next())) {
                arm(group, settledAt);
            }
        }
        forget(over);
    }

    /** Whether no group holds it any more. */
    private boolean letGo(Group group, StoredAlert alert) {
        boolean unchanged = alert.equals(alerts.get(alert.labels()));
        return unchanged && group.members().remove(alert.labels()) && holders.remove(alert.labels());
    }

    private void forget(List<StoredAlert> over) {
        try {
            for (StoredAlert alert : over) {
                alerts.remove(alert);
            }
            if (!over.isEmpty()) {
                alerts.sync();
            }
        } catch (IOException e) {
            LOG.warn("cannot record that {} alerts are over; they may come up after a restart", over.size(), e);
            metrics.journalFailed();
        }
    }

    /** Has the groups that have spoken, and have an alert like this, speak now. */
    public synchronized void speakNow(Predicate<Labels> alert) {
        for (Group group : groups.values()) {
            if (group.hasSpoken() && group.members().stream().anyMatch(alert)) {
                arm(group, scheduler.instant());
            }
        }
    }

    /** Drops the groups that have nothing to say any more. */
    public synchronized void collect() {
        groups.values().removeIf(group -> {
            boolean idle = group.isIdle();
            if (idle) {
                group.disarm();
            }
            return idle;
        });
    }

    /** Whether a group has still to speak of an alert, or of its end. */
    public synchronized boolean holds(Labels alert) {
        return holders.contains(alert);
    }

    public synchronized List<GroupSnapshot> groups() {
        return groups.values().stream()
                .map(group -> new GroupSnapshot(
                        group.id().route(), group.id().labels(), group.id().key(), group.members()))
                .toList();
    }

    public synchronized int size() {
        return groups.size();
    }

    /** No group speaks any more; tells where they were. */
    public synchronized Handover stop() {
        stopped = true;
        Handover handover = new Handover();
        handover.put(root);
        for (Group group : groups.values()) {
            handover.put(group, scheduler.instant());
            group.disarm();
        }
        return handover;
    }
}
