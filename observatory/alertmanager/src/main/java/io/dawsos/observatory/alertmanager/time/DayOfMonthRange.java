package io.dawsos.observatory.alertmanager.time;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days of a month; a negative one counts from the month's end, whose last day is -1. */
public record DayOfMonthRange(int begin, int end) {
    /** Whether a day is in the range, cut to a month of that many days. */
    public boolean contains(int day, int daysInMonth) {
        int first = begin < 0 ? daysInMonth + begin + 1 : begin;
        int last = end < 0 ? daysInMonth + end + 1 : end;
        return first <= day && day <= last;
    }

    static boolean anyContains(@Nullable List<DayOfMonthRange> ranges, int day, int daysInMonth) {
        if (ranges == null) {
            return true;
        }
        for (DayOfMonthRange range : ranges) {
            if (range.contains(day, daysInMonth)) {
                return true;
            }
        }
        return false;
    }
}
