package io.dawsos.observatory.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizesTest {
    @ParameterizedTest
    @CsvSource({"0,0", "10MB,10485760", "10MiB,10485760", "1KB,1024", "7B,7", "1.5KB,1536", "1MB512KB,1572864"})
    void parse_sizes_areOfBaseTwo(String text, long bytes) {
        assertThat(ByteSizes.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "MB", "-1B", "9EB", "1 MB", "1QB", "1MBx"})
    void parse_other_isRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> ByteSizes.parse(text));
    }

    @ParameterizedTest
    @CsvSource({"0,0B", "1023,1023B", "1024,1KiB", "10485760,10MiB"})
    void text_isInTheLargestUnit(long bytes, String text) {
        assertThat(ByteSizes.text(bytes)).isEqualTo(text);
    }
}
