package io.dawsos.observatory.alertmanager.stage;

import io.dawsos.observatory.model.Labels;
import java.util.List;
import java.util.Set;

/**
 * What became of a group's notifications.
 *
 * @param settled whether all is said about the alerts that have ended, except for those held
 * @param held alerts of which the group must speak again
 * @param stops where notifications ended, and why; none of those that were delivered
 */
public record Outcome(boolean settled, Set<Labels> held, List<Step.Stops> stops) {
    static Outcome of(Passage passage, List<? extends Step> ends) {
        List<Step.Stops> stops = ends.stream()
                .filter(Step.Stops.class::isInstance)
                .map(Step.Stops.class::cast)
                .toList();
        boolean settled = stops.stream().allMatch(stop -> stop.reason().isSettled());
        return new Outcome(settled, passage.held(), stops);
    }
}
