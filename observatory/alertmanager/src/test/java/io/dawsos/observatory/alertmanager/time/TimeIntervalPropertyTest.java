package io.dawsos.observatory.alertmanager.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.config.ConfigFile;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/** Intervals as the file writes them, against counting through every day, weekday and minute that they name. */
class TimeIntervalPropertyTest {
    private static final List<String> WEEKDAYS =
            List.of("sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");

    @Provide
    Arbitrary<Instant> times() {
        return Arbitraries.longs()
                .between(
                        Instant.parse("2019-12-20T00:00:00Z").getEpochSecond(),
                        Instant.parse("2029-01-10T00:00:00Z").getEpochSecond())
                .map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Tuple2<Integer, Integer>> days() {
        return Combinators.combine(day(), day())
                .as(Tuple::of)
                .filter(range -> !(range.get1() < 0 && range.get2() > 0) && atFeb(range.get1()) <= atFeb(range.get2()));
    }

    private static Arbitrary<Integer> day() {
        return Arbitraries.integers().between(-31, 31).filter(day -> day != 0);
    }

    private static int atFeb(int day) {
        return day < 0 ? 28 + day : day;
    }

    @Property
    void daysOfMonth_everyDayOfTheRangeAndNoOther(
            @ForAll("days") Tuple2<Integer, Integer> range,
            @ForAll("times") Instant time,
            @ForAll("zones") ZoneId zone) {
        TimeInterval interval =
                read("days_of_month: ['" + range.get1() + ":" + range.get2() + "'], location: '" + zone + "'");

        LocalDate date = time.atZone(zone).toLocalDate();
        LocalDate first = date.withDayOfMonth(1);
        LocalDate begin = day(first, range.get1());
        LocalDate end = day(first, range.get2());
        boolean expected =
                begin.datesUntil(begin.isAfter(end) ? begin : end.plusDays(1)).anyMatch(date::equals);
        assertThat(interval.contains(time)).isEqualTo(expected);
    }

    private static LocalDate day(LocalDate first, int day) {
        return day > 0 ? first.plusDays(day - 1) : first.plusMonths(1).plusDays(day);
    }

    @Property
    void minutesAndWeekdays_everyMinuteOfTheRangesAndNoOther(
            @ForAll("times") Instant time, @ForAll("zones") ZoneId zone, @ForAll int seed, @ForAll int length) {
        int start = Math.floorMod(seed, 1440);
        int end = start + 1 + Math.floorMod(length, 1440 - start);
        int weekday = Math.floorMod(seed, 7);
        int lastWeekday = weekday + Math.floorMod(length, 7 - weekday);
        TimeInterval interval = read("times: [{start_time: '" + clock(start) + "', end_time: '" + clock(end)
                + "'}], weekdays: ['" + WEEKDAYS.get(weekday) + ":" + WEEKDAYS.get(lastWeekday) + "'], location: '"
                + zone + "'");

        ZonedDateTime local = time.atZone(zone);
        String name = local.getDayOfWeek().name().toLowerCase(Locale.ROOT);
        boolean expected = WEEKDAYS.subList(weekday, lastWeekday + 1).contains(name)
                && IntStream.range(start, end)
                        .mapToObj(TimeIntervalPropertyTest::clock)
                        .anyMatch(clock(local.getHour() * 60 + local.getMinute())::equals);
        assertThat(interval.contains(time)).isEqualTo(expected);
    }

    private static String clock(int minute) {
        return String.format("%02d:%02d", minute / 60, minute % 60);
    }

    @Property
    void monthsAndYears_everyMonthOfTheRangesAndNoOther(
            @ForAll("times") Instant time, @ForAll int seed, @ForAll int length) {
        int month = 1 + Math.floorMod(seed, 12);
        int lastMonth = month + Math.floorMod(length, 13 - month);
        int year = 2019 + Math.floorMod(seed, 10);
        TimeInterval interval =
                read("months: ['" + month + ":" + lastMonth + "'], years: ['" + year + "', '2024:2025']");

        ZonedDateTime local = time.atZone(ZoneId.of("UTC"));
        boolean expected = IntStream.rangeClosed(month, lastMonth).anyMatch(m -> m == local.getMonthValue())
                && List.of(year, 2024, 2025).contains(local.getYear());
        assertThat(interval.contains(time)).isEqualTo(expected);
    }

    private static TimeInterval read(String flow) {
        return TimeIntervalReader.read(ConfigFile.parse("interval.yml", "{" + flow + "}"));
    }
}
