package io.dawsos.observatory.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmokeTest {
    @Test
    void template_someActions_areExecuted() {
        TemplateSet set = TemplateSet.builder().build();
        set.define("a", "{{ define \"x\" }}<{{ . }}>{{ end }}");
        assertThat(set.parse(
                                "t",
                                "{{ range $i, $v := .l -}} {{ $i }}={{ template \"x\" $v }} {{ end }}{{ printf \"%5.2f|%v\" 1.5 .m }}")
                        .text(Map.of("l", List.of("p", "q"), "m", Map.of("b", 1, "a", 2))))
                .isEqualTo("0=<p> 1=<q>  1.50|map[a:2 b:1]");
    }
}
