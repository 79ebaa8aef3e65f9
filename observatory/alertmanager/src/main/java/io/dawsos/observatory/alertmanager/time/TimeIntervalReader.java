package io.dawsos.observatory.alertmanager.time;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the definition of a time interval. */
public final class TimeIntervalReader {
    private TimeIntervalReader() {}

    /**
     * The interval that a map defines.
     *
     * @throws io.dawsos.observatory.config.ConfigException when it defines none
     */
    public static TimeInterval read(ConfigNode node) {
        ConfigMap map = node.map();
        TimeInterval interval = new TimeInterval(
                ranges(map, "times", TimeOfDay::range),
                ranges(map, "weekdays", RangeText.WEEKDAYS::range),
                ranges(map, "days_of_month", TimeIntervalReader::days),
                ranges(map, "months", RangeText.MONTHS::range),
                ranges(map, "years", RangeText.NUMBERS::range),
                Location.zone(map));
        map.end();
        return interval;
    }

    private static <T> @Nullable List<T> ranges(ConfigMap map, String key, Function<ConfigNode, T> reader) {
        ConfigNode list = map.find(key);
        return list == null || list.isNull()
                ? null
                : list.list().stream().map(reader).toList();
    }

    private static DayOfMonthRange days(ConfigNode node) {
        IntRange range = RangeText.NUMBERS.parse(node);
        checkDay(node, range.begin());
        checkDay(node, range.end());
        if (range.begin() < 0 && range.end() > 0) {
            throw node.problem(
                    "a range of days that begins at the month's end also ends there, like -3:-1; got " + node.string());
        }
        if (inShortestMonth(range.begin()) > inShortestMonth(range.end())) {
            throw node.problem("the day " + range.end() + " never comes after the day " + range.begin());
        }
        return new DayOfMonthRange(range.begin(), range.end());
    }

    private static void checkDay(ConfigNode node, int day) {
        if (day == 0 || day < -31 || day > 31) {
            throw node.problem("a day of the month is 1 to 31, or -1 to -31 from the month's end; got " + day);
        }
    }

    private static int inShortestMonth(int day) {
        return day < 0 ? 28 + day : day;
    }
}
