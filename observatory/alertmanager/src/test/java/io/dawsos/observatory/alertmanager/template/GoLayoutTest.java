package io.dawsos.observatory.alertmanager.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZonedDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoLayoutTest {
    private static final ZonedDateTime TIME = ZonedDateTime.parse("2024-03-05T14:07:09.012345678+05:30");

    /** The layouts that Go itself names, and the corners of its language. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "01/02 03:04:05PM '06 -0700|03/05 02:07:09PM '24 +0530",
                "Mon Jan _2 15:04:05 2006|Tue Mar  5 14:07:09 2024",
                "Mon Jan 02 15:04:05 -0700 2006|Tue Mar 05 14:07:09 +0530 2024",
                "02 Jan 06 15:04 -0700|05 Mar 24 14:07 +0530",
                "Monday, 02-Jan-06 15:04:05|Tuesday, 05-Mar-24 14:07:09",
                "Mon, 02 Jan 2006 15:04:05 -0700|Tue, 05 Mar 2024 14:07:09 +0530",
                "2006-01-02T15:04:05Z07:00|2024-03-05T14:07:09+05:30",
                "2006-01-02T15:04:05.999999999Z07:00|2024-03-05T14:07:09.012345678+05:30",
                "3:04PM|2:07PM",
                "3:04pm|2:07pm",
                "Jan _2 15:04:05.000|Mar  5 14:07:09.012",
                "Jan _2 15:04:05.000000|Mar  5 14:07:09.012345",
                "2006-01-02 15:04:05|2024-03-05 14:07:09",
                "1/2/06 002 __2|3/5/24 065  65",
                "January Month Januar Monkey|March Month Januar Monkey",
                "15h4m5s,00|14h7m9s,01",
                "Z0700 Z07 -07 -07:00:00 Z070000|+0530 +05 +05 +05:30:00 +053000"
            })
    void format_layout_isFilledAsGoFillsIt(String layout, String expected) {
        assertThat(GoLayout.format(TIME, layout)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"2024-03-05T00:00:00Z, 12AM", "2024-03-05T12:00:00Z, 12PM", "2024-03-05T13:00:00Z, 1PM"})
    void format_hoursOfTwelve_beginWithTwelve(String time, String expected) {
        assertThat(GoLayout.format(ZonedDateTime.parse(time), "3PM")).isEqualTo(expected);
    }
}
