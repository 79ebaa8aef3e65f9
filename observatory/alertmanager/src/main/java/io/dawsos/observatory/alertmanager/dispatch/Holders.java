package io.dawsos.observatory.alertmanager.dispatch;

import io.dawsos.observatory.model.Labels;
import java.util.HashMap;
import java.util.Map;

/** How many groups hold each alert. */
final class Holders {
    private final Map<Labels, Integer> counts = new HashMap<>();

    void add(Labels alert) {
        counts.merge(alert, 1, Integer::sum);
    }

    /** Whether that was the last one. */
    boolean remove(Labels alert) {
        return counts.computeIfPresent(alert, (key, count) -> count == 1 ? null : count - 1) == null;
    }

    boolean contains(Labels alert) {
        return counts.containsKey(alert);
    }
}
