package io.dawsos.portfolio.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProviderSettingsTest {

    @Test
    void settings_nothingSet_areTheSimulator() {
        ProviderSettings settings = ProviderSettings.from(Map.of("DAWSOS_SIMULATOR_PORT", "18081"));

        assertThat(settings.simulated()).containsExactly("polygon", "fmp", "fred", "news");
        assertThat(settings.fmp().base()).hasToString("http://127.0.0.1:18081/fmp");
        assertThat(settings.attemptLimit()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void settings_keyOnly_areTheProvidersOwnAddress() {
        ProviderSettings settings = ProviderSettings.from(Map.of("DAWSOS_FRED_KEY", "abc"));

        assertThat(settings.real()).containsExactly("fred");
        assertThat(settings.fred().base()).hasToString("https://api.stlouisfed.org");
    }

    @Test
    void settings_keyFile_isReadWithoutItsLineEnd(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), "abc\n");

        ProviderSettings settings = ProviderSettings.from(Map.of("DAWSOS_FMP_KEY_FILE", file.toString()));

        assertThat(settings.fmp().key().encoded()).isEqualTo("abc");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    DAWSOS_FMP_URL=https://example.org | DAWSOS_FMP_URL is set and its key is not
                    DAWSOS_FMP_KEY=a;DAWSOS_FMP_KEY_FILE=b | are both set
                    DAWSOS_FMP_KEY_FILE=/no/such/file | DAWSOS_FMP_KEY_FILE: /no/such/file cannot be read
                    DAWSOS_FMP_KEY=a;DAWSOS_FMP_URL=http://example.org | DAWSOS_FMP_URL: wanted https://HOST
                    DAWSOS_FMP_KEY=a;DAWSOS_FMP_URL=https://u:p@example.org | DAWSOS_FMP_URL: wanted https://HOST
                    DAWSOS_FMP_KEY=a;DAWSOS_FMP_URL=https://example.org?x=1 | DAWSOS_FMP_URL: wanted https://HOST
                    DAWSOS_FMP_KEY=a;DAWSOS_FMP_URL=::: | DAWSOS_FMP_URL: wanted an address
                    DAWSOS_FMP_PER_MINUTE=0 | DAWSOS_FMP_PER_MINUTE: wanted a number from 1 to 100000, got "0"
                    DAWSOS_PROVIDER_LIMIT=soon | DAWSOS_PROVIDER_LIMIT: wanted a duration such as 10s, 500ms or PT10S, got "soon"
                    DAWSOS_PROVIDER_LIMIT=2s | DAWSOS_PROVIDER_LIMIT: wanted at least DAWSOS_PROVIDER_ATTEMPT_LIMIT, PT10S, got PT2S
                    DAWSOS_PROVIDER_ATTEMPT_LIMIT=0s | DAWSOS_PROVIDER_ATTEMPT_LIMIT: wanted more than nothing
                    """)
    void settings_wrong_sayWhichAndWhatWasWanted(String variables, String message) {
        Map<String, String> environment = new HashMap<>();
        for (String variable : variables.split(";", -1)) {
            String[] nameAndValue = variable.split("=", 2);
            environment.put(nameAndValue[0], nameAndValue[1]);
        }

        assertThatThrownBy(() -> ProviderSettings.from(environment))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void settings_durations_inAnyForm() {
        assertThat(ProviderSettings.from(Map.of("DAWSOS_PROVIDER_ATTEMPT_LIMIT", "250ms"))
                        .attemptLimit())
                .isEqualTo(Duration.ofMillis(250));
        assertThat(ProviderSettings.from(Map.of("DAWSOS_PROVIDER_LIMIT", "2m")).totalLimit())
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(ProviderSettings.from(Map.of("DAWSOS_PROVIDER_LIMIT", "PT45S"))
                        .totalLimit())
                .isEqualTo(Duration.ofSeconds(45));
    }
}
