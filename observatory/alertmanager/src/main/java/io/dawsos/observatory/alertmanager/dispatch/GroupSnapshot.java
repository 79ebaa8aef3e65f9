package io.dawsos.observatory.alertmanager.dispatch;

import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.model.Labels;
import java.util.Set;

/** A group at one moment. */
public record GroupSnapshot(Route route, Labels labels, String key, Set<Labels> members) {
    public GroupSnapshot {
        members = Set.copyOf(members);
    }
}
