package io.dawsos.observatory.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {
    private final TemplateSet set =
            TemplateSet.builder().limits(new Limits(10_000, 1_000, 10_000)).build();

    @Test
    void text_tooLong_isRefused() {
        assertThatThrownBy(() -> set.parse("t", "x".repeat(10_001)))
                .hasMessage("t:1:1: a template has at most 10000 characters, got 10001");
    }

    @Test
    void output_tooLong_isRefused() {
        assertThatThrownBy(() -> set.parse("t", "{{ range 2000 }}x{{ end }}").text(null))
                .hasMessage("the output is longer than 1000 characters");
    }

    @Test
    void string_tooLong_isRefused() {
        assertThatThrownBy(() -> set.parse("t", "{{ $x := printf \"%1000d\" 1 }}{{ $y := print $x $x }}")
                        .text(null))
                .hasMessage("t:1:39: print: the output is longer than 1000 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ range 1000000000 }}{{ end }}",
                "{{ range 200 }}{{ range 200 }}{{ $x := . }}{{ end }}{{ end }}"
            })
    void steps_loopWithoutEnd_isEnded(String template) {
        assertThatThrownBy(() -> set.parse("t", template).text(null)).hasMessageContaining("more than 10000 steps");
    }

    @Test
    void depth_templateCallsItself_isEnded() {
        assertThatThrownBy(() -> set.parse("t", "{{ define \"a\" }}{{ template \"a\" }}{{ end }}{{ template \"a\" }}")
                        .text(null))
                .hasMessageContaining("does a template call itself without end?");
    }

    @Test
    void depth_parenthesesAndActions_areRefused() {
        assertThatThrownBy(() -> set.parse("t", "{{ " + "(".repeat(400) + "1" + ")".repeat(400) + " }}"))
                .hasMessageContaining("stand in each other at most 300 deep");
        assertThatThrownBy(() -> set.parse("t", "{{ if 1 }}".repeat(400)))
                .hasMessageContaining("stand in each other at most 300 deep");
    }

    @Test
    void depth_asManyAsAllowed_areExecuted() {
        assertThat(set.parse("t", "{{ if 1 }}".repeat(100) + "x" + "{{ end }}".repeat(100))
                        .text(null))
                .isEqualTo("x");
    }

    @Test
    void float_manyDigits_costNoArithmetic() {
        String text = TemplateSet.builder()
                .build()
                .parse(
                        "t",
                        "{{ range 20 }}{{ $x := printf \"%.900000f%.90000e\" 0.1 5e-324 }}{{ end }}{{ printf \"%.2000f\" 0.5 }}")
                .text(null);
        assertThat(text).hasSize(2002).startsWith("0.5000");
    }
}
