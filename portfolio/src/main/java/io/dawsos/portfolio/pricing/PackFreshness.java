package io.dawsos.portfolio.pricing;

import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.Gauge;
import io.dawsos.telemetry.metrics.Label;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code pricing_pack_is_fresh} and {@code pricing_pack_deadline_timestamp_seconds}: of the last seven days that have a
 * market (Monday to Friday), whether there is a fresh pack, and until when there had to be. A day's series end when
 * seven newer ones have come. Not thread-safe.
 */
final class PackFreshness {

    private static final int DAYS = 7;

    private final PackStore packs;
    private final PackSchedule schedule;
    private final Gauge fresh;
    private final Gauge deadline;
    private final Set<LocalDate> shown = new HashSet<>();

    PackFreshness(PackStore packs, PackSchedule schedule, Telemetry telemetry) {
        this.packs = packs;
        this.schedule = schedule;
        this.fresh = telemetry
                .metrics()
                .gauge(
                        "pricing_pack_is_fresh",
                        "Whether the day's pricing pack is fresh (1) or not (0); the last seven market days.",
                        Label.open("date", DAYS));
        this.deadline = telemetry
                .metrics()
                .gauge(
                        "pricing_pack_deadline_timestamp_seconds",
                        "When the day's pricing pack has to be fresh; the last seven market days.",
                        Label.open("date", DAYS));
    }

    /** @param newest the newest market day whose build has started */
    void update(LocalDate newest) {
        List<LocalDate> days = Stream.iterate(newest, day -> day.minusDays(1))
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
                .limit(DAYS)
                .toList();
        Set<LocalDate> there = packs.freshSince(days.getLast());
        shown.removeIf(day -> {
            boolean gone = !days.contains(day);
            if (gone) {
                fresh.remove(day.toString());
                deadline.remove(day.toString());
            }
            return gone;
        });
        for (LocalDate day : days) {
            fresh.set(there.contains(day) ? 1 : 0, day.toString());
            deadline.set((double) schedule.deadline(day).getEpochSecond(), day.toString());
            shown.add(day);
        }
    }
}
