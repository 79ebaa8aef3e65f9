package io.dawsos.observatory.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.server.http.Failure;
import io.dawsos.observatory.server.http.Parameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiTimeTest {
    private static Parameters with(String value) {
        return Parameters.parse("at=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1435781451.781, 1435781451781",
        "-1.5, -1500",
        "1e9, 1000000000000",
        "2015-07-01T20:10:51.781Z, 1435781451781",
        "2015-07-01T22:10:51+02:00, 1435781451000"
    })
    void time_numberOrDate_isRead(String text, long millis) {
        assertThat(ApiTime.time(with(text), "at")).isEqualTo(millis);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "yesterday", "NaN", "Inf", "1e300", "2015-07-01", "2015-13-01T00:00:00Z", "1435781451781s"})
    void time_neither_isRefusedAsPrometheusDoes(String text) {
        assertThatThrownBy(() -> ApiTime.time(with(text), "at"))
                .isInstanceOf(Failure.class)
                .hasMessage("invalid parameter \"at\": cannot parse \"" + text + "\" to a valid timestamp");
    }

    @ParameterizedTest
    @CsvSource({"60, 60000", "0.5, 500", "1m30s, 90000", "1d, 86400000"})
    void duration_numberOrUnits_isRead(String text, long millis) {
        assertThat(ApiTime.duration(with(text), "at")).hasMillis(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m5", "1s1m", "5 m"})
    void duration_bad_isRefused(String text) {
        assertThatThrownBy(() -> ApiTime.duration(with(text), "at")).hasMessageContaining("to a valid duration");
    }
}
