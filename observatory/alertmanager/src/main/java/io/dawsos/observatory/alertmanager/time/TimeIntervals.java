package io.dawsos.observatory.alertmanager.time;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The intervals of a configuration by their names. */
public final class TimeIntervals {
    private final Map<String, List<TimeInterval>> intervals;

    public TimeIntervals(Map<String, List<TimeInterval>> intervals) {
        Map<String, List<TimeInterval>> copy = new HashMap<>();
        intervals.forEach((name, of) -> copy.put(name, List.copyOf(of)));
        this.intervals = Map.copyOf(copy);
    }

    /**
     * Those of the names whose interval contains a time, in the order asked: the reasons why a route with these mute
     * intervals is muted.
     *
     * @throws IllegalArgumentException when there is no interval of a name; a configuration that loaded has them all
     */
    public List<String> containing(Collection<String> names, Instant time) {
        return names.stream().filter(name -> contains(name, time)).toList();
    }

    /** Whether a route with these active intervals, none meaning always, is active. */
    public boolean isActive(Collection<String> names, Instant time) {
        return names.isEmpty() || names.stream().anyMatch(name -> contains(name, time));
    }

    private boolean contains(String name, Instant time) {
        List<TimeInterval> of = intervals.get(name);
        if (of == null) {
            throw new IllegalArgumentException("no time interval named \"" + name + "\"");
        }
        return of.stream().anyMatch(interval -> interval.contains(time));
    }
}
