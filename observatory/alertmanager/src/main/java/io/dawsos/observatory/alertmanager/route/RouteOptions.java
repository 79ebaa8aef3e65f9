package io.dawsos.observatory.alertmanager.route;

import io.dawsos.observatory.alertmanager.config.RouteConfig;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a route's alerts are grouped and notified.
 *
 * @param groupBy labels, by name; without meaning when {@code groupByAll}
 * @param groupByAll whether each alert is a group of its own
 * @param groupWait from a group's first alert to its first notification
 * @param groupInterval from a notification to the next that tells of changes
 * @param repeatInterval after which a notification is repeated though nothing has changed
 * @param muteTimeIntervals names of intervals in which nothing is notified
 * @param activeTimeIntervals names of intervals outside of which nothing is notified; none for always
 */
public record RouteOptions(
        String receiver,
        List<String> groupBy,
        boolean groupByAll,
        Duration groupWait,
        Duration groupInterval,
        Duration repeatInterval,
        List<String> muteTimeIntervals,
        List<String> activeTimeIntervals) {
    /** What the root has for what it does not say. */
    static final RouteOptions DEFAULTS = new RouteOptions(
            "",
            List.of(),
            false,
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofHours(4),
            List.of(),
            List.of());

    public RouteOptions {
        groupBy = groupBy.stream().sorted().toList();
        muteTimeIntervals = List.copyOf(muteTimeIntervals);
        activeTimeIntervals = List.copyOf(activeTimeIntervals);
    }

    /** These options where the configuration says nothing else. Time intervals are not inherited. */
    RouteOptions with(RouteConfig config) {
        List<String> ownGroupBy = config.groupBy();
        return new RouteOptions(
                config.receiver().isEmpty() ? receiver : config.receiver(),
                ownGroupBy == null ? groupBy : ownGroupBy,
                config.groupByAll() || (ownGroupBy == null && groupByAll),
                or(config.groupWait(), groupWait),
                or(config.groupInterval(), groupInterval),
                or(config.repeatInterval(), repeatInterval),
                config.muteTimeIntervals(),
                config.activeTimeIntervals());
    }

    private static Duration or(@Nullable Duration own, Duration inherited) {
        return own == null ? inherited : own;
    }
}
