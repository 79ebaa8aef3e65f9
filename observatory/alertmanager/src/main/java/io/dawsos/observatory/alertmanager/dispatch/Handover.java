package io.dawsos.observatory.alertmanager.dispatch;

import io.dawsos.observatory.alertmanager.route.Route;
import io.dawsos.observatory.model.Labels;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where the groups of a configuration were when it was replaced, so that those of the next that are the same go on from
 * there.
 */
public final class Handover {
    /**
     * Where a group was.
     *
     * @param next when it speaks next; at once if notifications were under way, which may have been cut off
     * @param members the alerts that it had still to speak of
     */
    record State(Instant next, boolean hasSpoken, Set<Labels> members) {}

    private record Name(String routeId, Labels labels) {
        static Name of(Group.Id id) {
            return new Name(id.route().id(), id.labels());
        }
    }

    /** Nothing: the first configuration. */
    public static final Handover NONE = new Handover();

    private final Map<Name, State> states = new HashMap<>();
    private final Set<String> routes = new HashSet<>();

    void put(Route root) {
        root.walk(route -> routes.add(route.id()));
    }

    /** Whether the route was there, so that a group of it that was not has nothing to say of what was before. */
    boolean had(Route route) {
        return routes.contains(route.id());
    }

    void put(Group group, Instant now) {
        Instant next = group.isBusy() ? now : group.next();
        states.put(Name.of(group.id()), new State(next, group.hasSpoken(), Set.copyOf(group.members())));
    }

    @Nullable
    State get(Group.Id group) {
        return states.get(Name.of(group));
    }
}
