package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.alerts.StoredAlert;
import io.dawsos.observatory.alertmanager.dispatch.GroupSnapshot;
import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** Looks at one moment at what is made of the alerts. */
record Views(State state, Running running, Instant now) {
    List<AlertView> alerts(List<StoredAlert> alerts) {
        return alerts.stream()
                .filter(alert -> !alert.resolvedAt(now))
                .map(this::alert)
                .toList();
    }

    private AlertView alert(StoredAlert alert) {
        Labels labels = alert.labels();
        List<Route> routes = running.setup().root().match(labels);
        List<String> silencedBy = state.silences().silencing(labels, now);
        StoredAlert source = running.inhibitor().inhibiting(labels, now);
        List<String> inhibitedBy = source == null ? List.of() : List.of(source.fingerprintText());
        List<String> mutedBy = mutedBy(routes);
        boolean quiet = !silencedBy.isEmpty() || !inhibitedBy.isEmpty() || !mutedBy.isEmpty();
        AlertState shown = quiet
                ? AlertState.SUPPRESSED
                : running.dispatcher().holds(labels) ? AlertState.ACTIVE : AlertState.UNPROCESSED;
        return new AlertView(alert, shown, silencedBy, inhibitedBy, mutedBy, receivers(routes));
    }

    private static List<String> receivers(List<Route> routes) {
        return routes.stream().map(Route::receiver).distinct().toList();
    }

    /** The time intervals by which all of an alert's routes are quiet; none if one is not. */
    private List<String> mutedBy(List<Route> routes) {
        Set<String> names = new LinkedHashSet<>();
        for (Route route : routes) {
            List<String> muting = new ArrayList<>(
                    running.setup().intervals().containing(route.options().muteTimeIntervals(), now));
            List<String> active = route.options().activeTimeIntervals();
            if (!running.setup().intervals().isActive(active, now)) {
                muting.addAll(active);
            }
            if (muting.isEmpty()) {
                return List.of();
            }
            names.addAll(muting);
        }
        return List.copyOf(names);
    }

    List<GroupView> groups() {
        return running.dispatcher().groups().stream()
                .map(this::group)
                .filter(group -> !group.alerts().isEmpty())
                .sorted(Comparator.comparing(GroupView::labels)
                        .thenComparing(GroupView::receiver)
                        .thenComparing(GroupView::key))
                .toList();
    }

    private GroupView group(GroupSnapshot group) {
        List<StoredAlert> members = group.members().stream()
                .map(state.alerts()::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(StoredAlert::labels))
                .toList();
        return new GroupView(group.route(), group.labels(), group.key(), alerts(members));
    }
}
