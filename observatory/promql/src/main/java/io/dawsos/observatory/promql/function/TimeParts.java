package io.dawsos.observatory.promql.function;

import java.time.LocalDate;
import java.util.function.ToIntFunction;

/** Parts of a time given in seconds since the epoch, in UTC. */
final class TimeParts {
    private static final long DAY = 86_400;
    private static final long FIRST_DAY = LocalDate.MIN.toEpochDay();
    private static final long LAST_DAY = LocalDate.MAX.toEpochDay();

    private TimeParts() {}

    static ValueFunction ofDate(ToIntFunction<LocalDate> part) {
        return FloatValues.of(seconds -> part.applyAsInt(date(seconds)));
    }

    private static LocalDate date(double seconds) {
        return LocalDate.ofEpochDay(Math.clamp(Math.floorDiv((long) seconds, DAY), FIRST_DAY, LAST_DAY));
    }

    /** Sunday is 0. */
    static int dayOfWeek(LocalDate date) {
        return date.getDayOfWeek().getValue() % 7;
    }

    static double hour(double seconds) {
        return Math.floor(Math.floorMod((long) seconds, DAY) / 3600.0);
    }

    static double minute(double seconds) {
        return Math.floor(Math.floorMod((long) seconds, 3600) / 60.0);
    }
}
