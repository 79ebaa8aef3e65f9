package io.dawsos.observatory.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({"0,0", "0s,0", "30s,30000", "1h30m,5400000", "1y2w3d4h5m6s7ms,33019506007", "90m,5400000", "324ms,324"})
    void parse_prometheusNotation_givesMilliseconds(String text, long millis) {
        assertThat(Durations.parse(text)).isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "-1s", "1m1h", "1s1s", "1.5h", "s", "1 s", "300y", "99999999999999999999s", "1sx"})
    void parse_other_isRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageContaining("got \"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({"0,0s", "5400000,1h30m", "604800000,1w", "691200000,8d", "31536000000,1y", "31536000001,365d1ms"})
    void text_asPrometheusPrints(long millis, String text) {
        assertThat(Durations.text(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Property
    void text_parsed_isTheSame(@ForAll @LongRange(min = 0, max = 9_223_372_036_854L) long millis) {
        Duration duration = Duration.ofMillis(millis);

        assertThat(Durations.parse(Durations.text(duration))).isEqualTo(duration);
    }

    @Property
    void parse_anyText_isReadOrRefused(@ForAll @StringLength(max = 20) String text) {
        try {
            assertThat(Durations.parse(text).isNegative()).isFalse();
        } catch (IllegalArgumentException e) {
            assertThat(e).hasMessageContaining("wanted a duration");
        }
    }
}
