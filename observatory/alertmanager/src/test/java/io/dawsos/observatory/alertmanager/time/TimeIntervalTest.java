package io.dawsos.observatory.alertmanager.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigFile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeIntervalTest {
    private static final Instant TUESDAY_NIGHT = Instant.parse("2026-11-24T02:00:00Z");

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
            {}                                                             | true
            {weekdays: ['Monday:FRIDAY']}                                  | true
            {weekdays: [saturday, sunday]}                                 | false
            {times: [{start_time: 02:00, end_time: 03:00}]}                | true
            {times: [{start_time: '01:00', end_time: '02:00'}]}            | false
            {times: [{start_time: '03:00', end_time: '24:00'}], location: Europe/Berlin} | true
            {months: [november]}                                           | true
            {months: ['december', '1:10']}                                 | false
            {years: [2026]}                                                | true
            {days_of_month: ['-7']}                                        | true
            {days_of_month: ['1:23', '25:-1']}                             | false
            {times: []}                                                    | false
            {location: EST, times: [{start_time: '21:00', end_time: '21:01'}]} | true
            """)
    void contains_tuesdayAtTwoInNovember(String flow, boolean expected) {
        assertThat(read(flow).contains(TUESDAY_NIGHT)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '%', textBlock = """
            {weekdays: [friday:sunday]}                        | write "friday:sunday" as two ranges
            {weekdays: ['monday: friday']}                     | wanted one of sunday, monday
            {months: [juni]}                                   | or a whole number, got "juni"
            {days_of_month: ['0']}                             | a day of the month is 1 to 31
            {days_of_month: ['-3:2']}                          | also ends there
            {days_of_month: ['10:-20']}                        | never comes after
            {days_of_month: ['1:2:3']}                         | two ends at most
            {years: ['2026:2025']}                             | as two ranges
            {times: [{start_time: '9:00', end_time: '10:00'}]} | like "09:30"
            {times: [{start_time: '22:00', end_time: '06:00'}]} | over midnight is written as two
            {times: [{start_time: '22:00'}]}                   | end_time
            {location: europe/paris}                           | no time zone named "europe/paris"
            {time_zone: UTC}                                   | time_zone
            """)
    void read_noInterval_isRefusedWithItsPlace(String flow, String expected) {
        assertThatThrownBy(() -> read(flow))
                .isInstanceOf(ConfigException.class)
                .hasMessageStartingWith("interval.yml:1: ")
                .hasMessageContaining(expected);
    }

    @Test
    void intervals_ofNames_tellWhichContainTheTime() {
        TimeIntervals intervals = new TimeIntervals(Map.of(
                "nights", List.of(read("{times: [{start_time: '00:00', end_time: '06:00'}]}")),
                "weekends", List.of(read("{weekdays: [saturday]}"), read("{weekdays: [sunday]}")),
                "never", List.of()));

        assertThat(intervals.containing(List.of("weekends", "nights", "never"), TUESDAY_NIGHT))
                .containsExactly("nights");
        assertThat(intervals.isActive(List.of(), TUESDAY_NIGHT)).isTrue();
        assertThat(intervals.isActive(List.of("weekends"), TUESDAY_NIGHT)).isFalse();
        assertThat(intervals.isActive(List.of("weekends", "nights"), TUESDAY_NIGHT))
                .isTrue();
    }

    private static TimeInterval read(String flow) {
        return TimeIntervalReader.read(ConfigFile.parse("interval.yml", flow));
    }
}
