package io.dawsos.observatory.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ParametersTest {
    @Test
    void get_inFormAndAddress_formComesFirst() {
        Parameters parameters = Parameters.parse("query=up", "query=down&time=1");
        assertThat(parameters.get("query")).isEqualTo("up");
        assertThat(parameters.all("query")).containsExactly("up", "down");
        assertThat(parameters.get("time")).isEqualTo("1");
        assertThat(parameters.get("absent")).isEmpty();
    }

    @Test
    void parse_encoded_isDecoded() {
        assertThat(Parameters.parse("match%5B%5D=up%7Ba%3D%22b+c%22%7D").all("match[]"))
                .containsExactly("up{a=\"b c\"}");
    }

    @Test
    void parse_badEncoding_isRefused() {
        assertThatThrownBy(() -> Parameters.parse("a=%zz")).isInstanceOf(Failure.class);
    }

    @Test
    void parse_tooMany_isRefused() {
        assertThatThrownBy(() -> Parameters.parse("a=1&".repeat(10_001))).hasMessageContaining("at most");
    }

    @Test
    void limit_negativeOrNoNumber_isRefused() {
        assertThatThrownBy(() -> Parameters.parse("limit=-1").limit("limit")).isInstanceOf(Failure.class);
        assertThatThrownBy(() -> Parameters.parse("limit=x").limit("limit")).isInstanceOf(Failure.class);
        assertThat(Parameters.parse("").limit("limit")).isZero();
    }
}
