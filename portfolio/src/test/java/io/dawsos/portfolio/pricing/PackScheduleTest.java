package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackScheduleTest {

    /** Some change their clocks at midnight, by half an hour, or have left out a day. */
    private static final String[] ZONES = {
        "Europe/Zurich", "America/New_York", "America/Havana", "Africa/Cairo", "Asia/Beirut", "America/Sao_Paulo",
        "Australia/Lord_Howe", "Pacific/Apia", "Asia/Tehran", "Atlantic/Azores", "Asia/Kolkata", "UTC"
    };

    record Moment(ZoneId zone, Instant at) {}

    /** Within a day of a change of clocks. */
    @Provide
    Arbitrary<Moment> aroundChanges() {
        Arbitrary<ZoneId> zones = Arbitraries.of(ZONES).map(ZoneId::of);
        Arbitrary<Long> seconds = Arbitraries.longs()
                .between(
                        Instant.parse("2005-01-01T00:00:00Z").getEpochSecond(),
                        Instant.parse("2035-01-01T00:00:00Z").getEpochSecond());
        Arbitrary<Long> off = Arbitraries.longs().between(-86_400, 86_400);
        return zones.flatMap(zone -> seconds.flatMap(second -> off.map(seconds2 -> {
            ZoneOffsetTransition change = zone.getRules().nextTransition(Instant.ofEpochSecond(second));
            Instant near = change == null ? Instant.ofEpochSecond(second) : change.getInstant();
            return new Moment(zone, near.plusSeconds(seconds2));
        })));
    }

    private static PackSchedule usual(ZoneId zone) {
        return PackSchedule.from(zone, Map.<String, String>of()::get);
    }

    @Property
    void deadline_aroundChangesOfClocks_isAQuarterOfAnHourAfterTheStart(@ForAll("aroundChanges") Moment moment) {
        PackSchedule schedule = usual(moment.zone);
        LocalDate day = schedule.newestDue(moment.at);

        assertThat(Duration.between(schedule.start(day), schedule.deadline(day)))
                .isEqualTo(Duration.ofMinutes(15));
    }

    @Property
    void start_aroundChangesOfClocks_isTheFirstMomentOfItsDay(@ForAll("aroundChanges") Moment moment) {
        PackSchedule schedule = usual(moment.zone);
        LocalDate day = moment.at.atZone(moment.zone).toLocalDate();

        assertThat(schedule.start(day)).isEqualTo(day.atStartOfDay(moment.zone).toInstant());
        assertThat(schedule.newestDue(moment.at)).isEqualTo(day);
    }

    @Property
    void next_aroundChangesOfClocks_leavesOutNoDayAndTakesNoneTwice(@ForAll("aroundChanges") Moment moment) {
        PackSchedule schedule = usual(moment.zone);
        Instant at = moment.at;
        LocalDate day = schedule.newestDue(at);
        for (int night = 0; night < 4; night++) {
            Instant next = schedule.next(at);
            LocalDate following = schedule.newestDue(next);

            assertThat(next).isAfter(at);
            assertThat(schedule.newestDue(next.minusNanos(1))).isEqualTo(day);
            assertThat(following).isEqualTo(dayAfter(day, moment.zone));
            at = next;
            day = following;
        }
    }

    /** Samoa left a day out. */
    private static LocalDate dayAfter(LocalDate day, ZoneId zone) {
        LocalDate next = day.plusDays(1);
        return next.atStartOfDay(zone).toLocalDate();
    }

    @Example
    void start_midnightLeftOut_isWithTheClocks() {
        PackSchedule havana = usual(ZoneId.of("America/Havana"));
        LocalDate day = LocalDate.of(2026, 3, 8);

        assertThat(havana.start(day)).isEqualTo("2026-03-08T05:00:00Z");
        assertThat(havana.deadline(day)).isEqualTo("2026-03-08T05:15:00Z");
    }

    @Example
    void start_midnightTwice_isTheFirst() {
        PackSchedule havana = usual(ZoneId.of("America/Havana"));

        assertThat(havana.start(LocalDate.of(2026, 11, 1))).isEqualTo("2026-11-01T04:00:00Z");
        assertThat(havana.next(Instant.parse("2026-11-01T04:00:00Z"))).isEqualTo("2026-11-02T05:00:00Z");
    }

    @Example
    void newestDueMarketDay_onASunday_isFriday() {
        assertThat(usual(ZoneId.of("UTC")).newestDueMarketDay(Instant.parse("2026-03-08T12:00:00Z")))
                .isEqualTo("2026-03-06");
    }

    @Example
    void settings_wrong_sayWhatWasWanted() {
        ZoneId utc = ZoneId.of("UTC");
        assertThatThrownBy(() -> PackSchedule.from(utc, Map.of("DAWSOS_PACK_AT", "noon")::get))
                .hasMessage("DAWSOS_PACK_AT: wanted a time of day such as 00:15, got \"noon\"");
        assertThatThrownBy(() -> PackSchedule.from(utc, Map.of("DAWSOS_PACK_AT", "00:20")::get))
                .hasMessage("DAWSOS_PACK_DEADLINE: wanted a time after DAWSOS_PACK_AT, 00:20, got \"00:15\"");
        assertThat(PackSchedule.from(utc, Map.of("DAWSOS_PACK_AT", "05:30", "DAWSOS_PACK_DEADLINE", "06:00")::get)
                        .at())
                .isEqualTo(LocalTime.of(5, 30));
    }
}
