package io.dawsos.systemtest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** When each alert's fault was there, when who was told, and when it was over. */
final class Told {

    /** What can be told of an alert. */
    enum Moment {
        FAULT,
        PAGED,
        IN_SLACK,
        UNDONE,
        PAGE_OVER,
        SLACK_OVER
    }

    private final Map<String, Map<Moment, Instant>> moments = new ConcurrentHashMap<>();

    void at(String alert, Moment moment, Instant at) {
        moments.computeIfAbsent(alert, _ -> new ConcurrentHashMap<>()).put(moment, at);
    }

    /** As Markdown. */
    String report(String title, List<Fault> faults) {
        StringBuilder report = new StringBuilder("""
                # From fault to page: %s

                | alert | the fault takes, s | fault to page, s | fault to Slack, s | undone to page over, s | undone to Slack, s |
                |---|---:|---:|---:|---:|---:|
                """.formatted(title));
        for (Fault fault : faults) {
            Map<Moment, Instant> at = moments.getOrDefault(fault.alert(), Map.of());
            report.append("| `%s` | %s | %s | %s | %s | %s |%n"
                    .formatted(
                            fault.alert(),
                            seconds(fault.inherent()),
                            between(at, Moment.FAULT, Moment.PAGED),
                            between(at, Moment.FAULT, Moment.IN_SLACK),
                            between(at, Moment.UNDONE, Moment.PAGE_OVER),
                            between(at, Moment.UNDONE, Moment.SLACK_OVER)));
        }
        List<Duration> pages = moments.values().stream()
                .filter(at -> at.containsKey(Moment.PAGED))
                .map(at -> duration(at, Moment.FAULT, Moment.PAGED))
                .sorted()
                .toList();
        if (!pages.isEmpty()) {
            report.append("%nMedian from fault to page, of %d alerts that page: %s s.%n"
                    .formatted(pages.size(), seconds(pages.get(pages.size() / 2))));
        }
        return report.toString();
    }

    private static String between(Map<Moment, Instant> at, Moment from, Moment to) {
        return at.containsKey(from) && at.containsKey(to) ? seconds(duration(at, from, to)) : "–";
    }

    private static Duration duration(Map<Moment, Instant> at, Moment from, Moment to) {
        return Duration.between(at.getOrDefault(from, Instant.EPOCH), at.getOrDefault(to, Instant.EPOCH));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1e3);
    }
}
