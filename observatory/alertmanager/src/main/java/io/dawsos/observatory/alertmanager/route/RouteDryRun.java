package io.dawsos.observatory.alertmanager.route;

import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.time.TimeIntervals;
import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** Asks a configuration where an alert would go, and whether at a time anybody would be told. */
public final class RouteDryRun {
    private final Route root;
    private final TimeIntervals intervals;

    public RouteDryRun(AlertmanagerConfig config) {
        this.root = Route.of(config.route());
        this.intervals = config.intervals();
    }

    /**
     * A route that takes the alert.
     *
     * @param mutedBy its mute intervals that contain the time
     * @param inactive whether it has active intervals and none contains the time
     */
    public record Outcome(Route route, List<String> mutedBy, boolean inactive) {
        /** Whether the receiver is told. */
        public boolean notifies() {
            return mutedBy.isEmpty() && !inactive;
        }

        /** Why the receiver is not told, empty when it is. */
        public String reason() {
            if (!mutedBy.isEmpty()) {
                return "muted by " + String.join(", ", mutedBy);
            }
            return inactive
                    ? "not active: outside of "
                            + String.join(", ", route.options().activeTimeIntervals())
                    : "";
        }
    }

    public Route root() {
        return root;
    }

    /** The routes that take an alert, in the tree's order, with what their time intervals say of a time. */
    public List<Outcome> at(Labels labels, Instant time) {
        return root.match(labels).stream().map(route -> outcome(route, time)).toList();
    }

    private Outcome outcome(Route route, Instant time) {
        RouteOptions options = route.options();
        return new Outcome(
                route,
                intervals.containing(options.muteTimeIntervals(), time),
                !intervals.isActive(options.activeTimeIntervals(), time));
    }

    /** The receivers of an alert whatever the time, by commas, as {@code amtool config routes test} prints them. */
    public String receivers(Labels labels) {
        return root.match(labels).stream().map(Route::receiver).collect(Collectors.joining(","));
    }
}
