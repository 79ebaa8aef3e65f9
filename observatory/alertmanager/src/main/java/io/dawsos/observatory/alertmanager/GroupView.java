package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.model.Labels;
import java.util.List;

/** A group and its alerts that fire; at least one. */
public record GroupView(Route route, Labels labels, String key, List<AlertView> alerts) {
    public String receiver() {
        return route.receiver();
    }
}
