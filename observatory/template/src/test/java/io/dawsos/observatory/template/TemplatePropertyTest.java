package io.dawsos.observatory.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.template.format.GoFloat;
import io.dawsos.observatory.template.format.GoQuote;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class TemplatePropertyTest {
    private final TemplateSet set = TemplateSet.builder().build();

    private String text(String template, Object data) {
        return set.parse("t", template).text(data);
    }

    @Property(tries = 300)
    void text_withoutBraces_isWrittenAsItIs(@ForAll @StringLength(max = 60) String text) {
        String template = text.replace("{{", "");
        assertThat(text(template, "")).isEqualTo(template);
    }

    @Property(tries = 300)
    void quoted_asALiteral_standsForTheText(@ForAll @StringLength(max = 40) String text) {
        String unicode = text.codePoints()
                .filter(c -> c < 0xd800 || c > 0xdfff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        assertThat(text("{{ " + GoQuote.quoted(unicode) + " }}", "")).isEqualTo(unicode);
    }

    @Property(tries = 500)
    void float_shortest_isReadBackAsTheSame(@ForAll double value) {
        assertThat(Double.parseDouble(GoFloat.text(value, 'g', GoFloat.SHORTEST)))
                .isEqualTo(value);
        assertThat(Double.parseDouble(GoFloat.text(value, 'e', GoFloat.SHORTEST)))
                .isEqualTo(value);
    }

    @Property(tries = 300)
    void float_withDigits_isWhatJavaRounds(@ForAll double value) {
        assertThat(Double.parseDouble(GoFloat.text(value, 'e', 3)))
                .isEqualTo(Double.parseDouble(new BigDecimal(value)
                        .round(new MathContext(4, RoundingMode.HALF_EVEN))
                        .toString()));
    }

    @Property(tries = 200)
    void range_list_writesEveryElementInOrder(@ForAll @Size(max = 20) List<@StringLength(max = 5) String> elements) {
        assertThat(text("{{ range $i, $e := . }}{{ $i }}{{ $e }},{{ end }}", elements))
                .isEqualTo(numbered(elements));
    }

    private static String numbered(List<String> elements) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < elements.size(); i++) {
            text.append(i).append(elements.get(i)).append(',');
        }
        return text.toString();
    }

    @Property(tries = 500)
    void html_anyData_holdsNoTagOrQuote(@ForAll @StringLength(max = 40) String text) {
        String html =
                set.parse("t", "<p title=\"{{ . }}\" alt='{{ . }}'>{{ . }}</p>").html(text);
        assertThat(html).matches("(?s)<p title=\"[^\"<>]*\" alt='[^'<>]*'>[^<>]*</p>");
    }

    @Property(tries = 500)
    void html_anyDataInAScript_cannotEndIt(@ForAll @StringLength(max = 40) String text) {
        String html = set.parse("t", "<script>var a = {{ .x }}, b = '{{ .x }}';</script>")
                .html(Map.of("x", text));
        assertThat(html).matches("(?s)<script>var a = \"[^<>]*\", b = '[^<>'\n]*';</script>");
    }

    @Property(tries = 500)
    void html_anyAddress_runsNoScript(@ForAll @StringLength(max = 40) String text) {
        String html = set.parse("t", "<a href=\"{{ . }}\">").html("javascript:" + text);
        assertThat(html).isEqualTo("<a href=\"#ZgotmplZ\">");
    }
}
