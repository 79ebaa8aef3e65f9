package io.dawsos.observatory.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoNumberTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, -0",
        "1, 1",
        "0.1, 0.1",
        "1e-6, 0.000001",
        "9.5e-7, 9.5e-07",
        "1e-10, 1e-10",
        "-2.5e-7, -2.5e-07",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "1.5e300, 1.5e+300",
        "123456789.125, 123456789.125",
        "NaN, NaN",
        "Infinity, +Inf",
        "-Infinity, -Inf"
    })
    void number_ofAnySize_isAsGoWritesIt(double value, String text) {
        assertThat(GoNumber.of(value)).isEqualTo(text);
    }

    @Property
    void number_any_readsAsItself(@ForAll double value) {
        String text = GoNumber.of(value).replace("+Inf", "Infinity").replace("-Inf", "-Infinity");
        assertThat(Double.parseDouble(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1000, 1", "1500, 1.500", "1001, 1.001", "-1, -0.001", "1435781451781, 1435781451.781"})
    void seconds_ofMillis_haveThreeDecimalsUnlessWhole(long millis, String text) {
        assertThat(GoNumber.seconds(millis)).isEqualTo(text);
    }
}
