package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.alertmanager.time.TimeInterval;
import io.dawsos.observatory.alertmanager.time.TimeIntervalReader;
import io.dawsos.observatory.config.ConfigNode;
import java.util.List;

/** Times with a name, which routes use; a time that is in one of the intervals is in all of it. */
public record TimeIntervalConfig(String name, List<TimeInterval> intervals) {
    public TimeIntervalConfig {
        intervals = List.copyOf(intervals);
    }

    static TimeIntervalConfig read(Section section) {
        ConfigNode list = section.find("time_intervals");
        return new TimeIntervalConfig(
                section.need("name"),
                list == null
                        ? List.of()
                        : list.list().stream().map(TimeIntervalReader::read).toList());
    }
}
