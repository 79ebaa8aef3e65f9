package io.dawsos.loadtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadSettingsTest {

    private static final Map<String, String> TOKEN = Map.of("DAWSOS_TOKEN", "token");

    @ParameterizedTest
    @CsvSource({"60s, PT60S", "10m, PT10M", "1h, PT1H"})
    void from_duration_isReadInItsUnit(String text, Duration wanted) {
        assertThat(LoadSettings.from(properties("duration", text), TOKEN).duration())
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "duration | 60  | --duration: wanted something like 60s, 10m or 1h, got \"60\"",
                "duration | 0s  | --duration: wanted something like 60s, 10m or 1h, got \"0s\"",
                "rps      | -1  | --rps: wanted 1 to 999999 requests a second, got \"-1\"",
                "rps      | 0   | --rps: wanted 1 to 999999 requests a second, got \"0\"",
                "url      | ' ' | --url: wanted a value, got none",
            })
    void from_wrongSetting_saysWhichAndWhatWasWanted(String name, String value, String message) {
        assertThatThrownBy(() -> LoadSettings.from(properties(name, value), TOKEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void from_noToken_saysWhereItIsWanted() {
        assertThatThrownBy(() -> LoadSettings.from(properties("rps", "1"), Map.of()))
                .hasMessage("DAWSOS_TOKEN: wanted a bearer token in the environment, got none");
    }

    static Properties properties(String name, String value) {
        Properties properties = new Properties();
        properties.setProperty("load.url", "http://127.0.0.1:1");
        properties.setProperty("load.rps", "10");
        properties.setProperty("load.duration", "1s");
        properties.setProperty("load.results", "target/load");
        properties.setProperty("load." + name, value);
        return properties;
    }
}
