package io.dawsos.portfolio.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemoDayTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T23:30:00Z"), ZoneOffset.ofHours(1));

    @Test
    void day_notSet_isTodayInTheClocksZone() {
        assertThat(DemoDay.from(Map.<String, String>of()::get, CLOCK)).isEqualTo(LocalDate.of(2026, 11, 25));
    }

    @Test
    void day_set_isThat() {
        assertThat(DemoDay.from(Map.of("DAWSOS_SIMULATOR_LAST_DAY", " 2026-11-20 ")::get, CLOCK))
                .isEqualTo(LocalDate.of(2026, 11, 20));
    }

    @ParameterizedTest
    @CsvSource({
        "yesterday, such as 2026-03-02, 'got \"yesterday\"'",
        "2026-11-26, 2026-11-25 or earlier, got 2026-11-26"
    })
    void day_noDayOrInTheFuture_isRefusedNamingTheVariable(String value, String wanted, String got) {
        assertThatThrownBy(() -> DemoDay.from(Map.of("DAWSOS_SIMULATOR_LAST_DAY", value)::get, CLOCK))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("DAWSOS_SIMULATOR_LAST_DAY: wanted", wanted, got);
    }
}
