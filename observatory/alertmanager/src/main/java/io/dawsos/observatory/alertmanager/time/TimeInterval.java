package io.dawsos.observatory.alertmanager.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times that pass every one of its conditions. A condition that is not given, null, is passed by every time; an empty
 * list of ranges by none, as in Alertmanager.
 *
 * @param minutes of the day, from 0 to 1439
 * @param weekdays with Sunday as 0
 * @param zone in which all of them are meant
 */
public record TimeInterval(
        @Nullable List<IntRange> minutes,
        @Nullable List<IntRange> weekdays,
        @Nullable List<DayOfMonthRange> daysOfMonth,
        @Nullable List<IntRange> months,
        @Nullable List<IntRange> years,
        ZoneId zone) {

    public TimeInterval {
        minutes = copy(minutes);
        weekdays = copy(weekdays);
        daysOfMonth = copy(daysOfMonth);
        months = copy(months);
        years = copy(years);
    }

    private static <T> @Nullable List<T> copy(@Nullable List<T> ranges) {
        return ranges == null ? null : List.copyOf(ranges);
    }

    public boolean contains(Instant time) {
        ZonedDateTime local = time.atZone(zone);
        return IntRange.anyContains(minutes, local.getHour() * 60 + local.getMinute())
                && IntRange.anyContains(weekdays, local.getDayOfWeek().getValue() % 7)
                && DayOfMonthRange.anyContains(
                        daysOfMonth, local.getDayOfMonth(), local.toLocalDate().lengthOfMonth())
                && IntRange.anyContains(months, local.getMonthValue())
                && IntRange.anyContains(years, local.getYear());
    }
}
