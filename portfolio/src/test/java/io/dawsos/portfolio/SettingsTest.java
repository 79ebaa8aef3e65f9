package io.dawsos.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void clock_noOffset_isTheMachinesInTheZone() {
        Clock clock = Settings.from(Map.of("DAWSOS_ZONE", "Europe/Zurich")).clock();

        assertThat(clock).isEqualTo(Clock.system(ZoneId.of("Europe/Zurich")));
    }

    @Test
    void clock_offset_isThatFarAhead() {
        Clock clock = Settings.from(Map.of("DAWSOS_CLOCK_OFFSET", "PT-22H", "DAWSOS_ZONE", "Europe/Zurich"))
                .clock();

        assertThat(clock)
                .isEqualTo(Clock.offset(
                        Clock.system(ZoneId.of("Europe/Zurich")),
                        Duration.ofHours(2).minusDays(1)));
    }

    @Test
    void clock_offsetNotADuration_isRefusedNamingTheVariable() {
        assertThatThrownBy(() -> Settings.from(Map.of("DAWSOS_CLOCK_OFFSET", "two hours")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("DAWSOS_CLOCK_OFFSET: wanted a duration such as PT9H30M or -P1D, got \"two hours\"");
    }
}
