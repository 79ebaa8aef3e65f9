package io.dawsos.systemtest;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * The service's "midnight" in a minute from now: a zone in which it is noon, a build that starts soon, and a deadline
 * soon after. The demo ends the market day before, so that the pack is wanted.
 *
 * @param build when it starts
 * @param deadline of the newest market day's pack; on a weekend that is Friday's and was
 */
record Night(OffsetDateTime now, Instant build, Instant deadline) {

    private static final Duration UNTIL_BUILD = Duration.ofSeconds(45);
    private static final Duration UNTIL_DEADLINE = Duration.ofSeconds(65);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final int NOON = 12;

    static Night soon() {
        OffsetDateTime utc = OffsetDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        OffsetDateTime now = utc.withOffsetSameInstant(ZoneOffset.ofHours(NOON - utc.getHour()));
        return new Night(
                now,
                now.plus(UNTIL_BUILD).toInstant(),
                now.plus(UNTIL_DEADLINE).with(marketDay(now.toLocalDate())).toInstant());
    }

    /** Whose pack is missing. */
    LocalDate day() {
        return marketDay(now.toLocalDate());
    }

    Map<String, String> settings() {
        return Map.of(
                "DAWSOS_ZONE", now.getOffset().getId(),
                "DAWSOS_PACK_AT", TIME.format(now.plus(UNTIL_BUILD)),
                "DAWSOS_PACK_DEADLINE", TIME.format(now.plus(UNTIL_DEADLINE)),
                "DAWSOS_SIMULATOR_LAST_DAY", marketDayBefore(day()).toString());
    }

    static LocalDate marketDayBefore(LocalDate day) {
        return marketDay(day.minusDays(1));
    }

    private static LocalDate marketDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0 ? day : marketDay(day.minusDays(1));
    }
}
