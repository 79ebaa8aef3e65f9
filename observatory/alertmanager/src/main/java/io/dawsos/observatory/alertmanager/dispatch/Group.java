package io.dawsos.observatory.alertmanager.dispatch;

import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.alertmanager.schedule.Scheduler;
import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Alerts of one route with the same group labels. Guarded by its dispatcher. */
final class Group {
    /** What tells one group of a dispatcher from another. */
    record Id(Route route, Labels labels) {
        /** What the notification log knows it by. */
        String key() {
            return route.groupKey(labels);
        }
    }

    private final Id id;
    private final Set<Labels> members = new LinkedHashSet<>();
    private Instant next;
    private Scheduler.@Nullable Timer timer;
    private boolean hasSpoken;
    private int underWay;

    Group(Id id, Instant next) {
        this.id = id;
        this.next = next;
    }

    Id id() {
        return id;
    }

    Set<Labels> members() {
        return members;
    }

    Instant next() {
        return next;
    }

    boolean hasSpoken() {
        return hasSpoken;
    }

    boolean isBusy() {
        return underWay > 0;
    }

    boolean isIdle() {
        return members.isEmpty() && underWay == 0;
    }

    void begins() {
        hasSpoken = true;
        underWay++;
    }

    void ends() {
        underWay--;
    }

    /** Goes on where the same group of an earlier configuration was. */
    void continues(boolean spoken) {
        hasSpoken = spoken;
    }

    /** Sets when it speaks next, instead of when it would have. */
    void arm(Instant when, Scheduler scheduler, Runnable tick) {
        disarm();
        next = when;
        timer = scheduler.at(when, tick);
    }

    void disarm() {
        if (timer != null) {
            timer.cancel();
            timer = null;
        }
    }
}
