package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.model.Matcher;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route as the file has it. What is null, or a receiver that is empty, is as the parent says.
 *
 * @param groupBy labels by which alerts are grouped; empty when {@code groupByAll}
 * @param groupByAll whether every alert is a group of its own, written {@code '...'}
 * @param matchers that an alert passes to come here, in {@link
 *     io.dawsos.observatory.alertmanager.matcher.MatcherText#ORDER}
 * @param continues whether an alert that came here is also offered to the following routes
 */
public record RouteConfig(
        String receiver,
        @Nullable List<String> groupBy,
        boolean groupByAll,
        List<Matcher> matchers,
        boolean continues,
        @Nullable Duration groupWait,
        @Nullable Duration groupInterval,
        @Nullable Duration repeatInterval,
        List<String> muteTimeIntervals,
        List<String> activeTimeIntervals,
        List<RouteConfig> routes) {
    private static final String ALL = "...";

    public RouteConfig {
        groupBy = groupBy == null ? null : List.copyOf(groupBy);
        matchers = List.copyOf(matchers);
        muteTimeIntervals = List.copyOf(muteTimeIntervals);
        activeTimeIntervals = List.copyOf(activeTimeIntervals);
        routes = List.copyOf(routes);
    }

    static RouteConfig read(Section section, RouteNames names, Warnings warnings) {
        ConfigNode grouping = section.find("group_by");
        List<String> groupBy = grouping == null ? null : LabelName.distinct(grouping);
        boolean all = groupBy != null && groupBy.contains(ALL);
        if (all && groupBy != null && groupBy.size() > 1) {
            throw section.problem("group_by has '...' for all labels, and others beside it; keep one or the others");
        }
        return new RouteConfig(
                names.receiver(section),
                all ? null : groupBy,
                all,
                MatchersReader.read(section, "", warnings),
                section.flag("continue", false),
                section.duration("group_wait"),
                positive(section, "group_interval"),
                positive(section, "repeat_interval"),
                names.timeIntervals(section, "mute_time_intervals"),
                names.timeIntervals(section, "active_time_intervals"),
                section.all("routes", child -> read(child, names, warnings)));
    }

    private static @Nullable Duration positive(Section section, String key) {
        Duration duration = section.duration(key);
        if (duration != null && duration.isZero()) {
            throw section.problem(key + " is longer than 0");
        }
        return duration;
    }
}
