package io.dawsos.portfolio.pricing;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * When packs are built and have to be fresh, by the clocks on the walls of a zone. Where clocks are put forward over the
 * start, the build starts with them and the deadline moves along; where they are put back, the first of the two times
 * counts. Every day has one start.
 *
 * @param at {@code DAWSOS_PACK_AT}
 * @param deadline {@code DAWSOS_PACK_DEADLINE}, of the same day
 */
public record PackSchedule(ZoneId zone, LocalTime at, LocalTime deadline) {

    private static final LocalTime MIDNIGHT = LocalTime.MIDNIGHT;
    private static final LocalTime QUARTER_PAST = LocalTime.of(0, 15);

    /** @throws IllegalArgumentException when the deadline is not after the start */
    public PackSchedule {
        if (!deadline.isAfter(at)) {
            throw new IllegalArgumentException(
                    "DAWSOS_PACK_DEADLINE: wanted a time after DAWSOS_PACK_AT, %s, got \"%s\"".formatted(at, deadline));
        }
    }

    /**
     * @param environment answers null for what is not set
     * @throws IllegalArgumentException naming the variable, what was wanted and what came
     */
    public static PackSchedule from(ZoneId zone, UnaryOperator<@Nullable String> environment) {
        return new PackSchedule(
                zone,
                time(environment, "DAWSOS_PACK_AT", MIDNIGHT),
                time(environment, "DAWSOS_PACK_DEADLINE", QUARTER_PAST));
    }

    private static LocalTime time(UnaryOperator<@Nullable String> environment, String name, LocalTime otherwise) {
        String value = environment.apply(name);
        try {
            return value == null || value.isBlank() ? otherwise : LocalTime.parse(value.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "%s: wanted a time of day such as 00:15, got \"%s\"".formatted(name, value), e);
        }
    }

    /** When the build of the day's pack starts. */
    public Instant start(LocalDate day) {
        return day.atTime(at).atZone(zone).toInstant();
    }

    /** When the day's pack has to be fresh. */
    public Instant deadline(LocalDate day) {
        return day.atTime(deadline).atZone(zone).toInstant();
    }

    /** The newest day whose build has started by now. */
    public LocalDate newestDue(Instant now) {
        LocalDate day = now.atZone(zone).toLocalDate().plusDays(1);
        while (start(day).isAfter(now)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** {@link #newestDue} of the days with a market: Monday to Friday. */
    LocalDate newestDueMarketDay(Instant now) {
        LocalDate day = newestDue(now);
        while (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
            day = day.minusDays(1);
        }
        return day;
    }

    /** The first start after now. */
    public Instant next(Instant now) {
        return start(newestDue(now).plusDays(1));
    }

    /** Which day it is on the walls. */
    LocalDate today(Instant now) {
        return now.atZone(zone).toLocalDate();
    }
}
