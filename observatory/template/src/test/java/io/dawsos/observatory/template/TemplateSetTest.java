package io.dawsos.observatory.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TemplateSetTest {
    @Test
    void define_laterFile_replacesTheFormer() {
        TemplateSet set = TemplateSet.builder().build();
        set.define("a.tmpl", "{{ define \"t\" }}first{{ end }}");
        set.define("b.tmpl", "{{ define \"t\" }}second{{ end }}{{ define \"u\" }}{{ end }}");
        assertThat(set.parse("x", "{{ template \"t\" }}").text(null)).isEqualTo("second");
    }

    @Test
    void define_emptyDefinition_doesNotReplace() {
        TemplateSet set = TemplateSet.builder().build();
        set.define("a.tmpl", "{{ define \"t\" }}first{{ end }}");
        set.define("b.tmpl", "{{ define \"t\" }} {{/* nothing */}} {{ end }}");
        assertThat(set.parse("x", "{{ template \"t\" }}").text(null)).isEqualTo("first");
    }

    @Test
    void define_badFile_leavesTheSetAsItWas() {
        TemplateSet set = TemplateSet.builder().build();
        assertThatThrownBy(() -> set.define("a.tmpl", "{{ define \"t\" }}x{{ end }}\n {{ if }}"))
                .hasMessage("a.tmpl:2:8: missing value for if");
        assertThatThrownBy(() -> set.parse("x", "{{ template \"t\" }}").text(null))
                .hasMessage("x:1:4: template \"t\" not defined; there is none");
    }

    @Test
    void parse_definesATemplate_othersDoNotSeeIt() {
        TemplateSet set = TemplateSet.builder().build();
        assertThat(set.parse("x", "{{ define \"t\" }}1{{ end }}{{ template \"t\" }}")
                        .text(null))
                .isEqualTo("1");
        assertThatThrownBy(() -> set.parse("y", "{{ template \"t\" }}").text(null))
                .hasMessageStartingWith("y:1:4: template \"t\" not defined");
    }

    @Test
    void prelude_declaresVariables_placesDoNotCountIt() {
        TemplateSet set = TemplateSet.builder()
                .prelude("{{ $labels := .Labels }}{{ $value := .Value }}")
                .build();
        Map<String, Object> data = Map.of("Labels", Map.of("job", "api"), "Value", 3.5);
        assertThat(set.parse("alert", "{{ $labels.job }} is {{ $value }}").text(data))
                .isEqualTo("api is 3.5");
        assertThatThrownBy(() -> set.parse("alert", "{{ $nope }}"))
                .hasMessage("alert:1:4: undefined variable \"$nope\"; there are \"$\", \"$labels\" and \"$value\";"
                        + " declare one with :=");
    }

    @Test
    void missingKey_byOption_isNoValueZeroOrError() {
        Map<String, Object> data = Map.of("m", Map.of("a", "1"), "any", new AnyMap(Map.of()));
        assertThat(text(MissingKey.NO_VALUE, "{{ .m.b }}|{{ .any.b }}|{{ .m.b.c }}", data))
                .isEqualTo("<no value>|<no value>|<no value>");
        assertThat(text(MissingKey.ZERO, "{{ .m.b }}|{{ .any.b }}", data)).isEqualTo("|<no value>");
        assertThatThrownBy(() -> text(MissingKey.ERROR, "{{ .m.b }}", data))
                .hasMessage("t:1:4: map has no entry for key \"b\"");
    }

    private static String text(MissingKey missing, String template, Object data) {
        return TemplateSet.builder()
                .missingKey(missing)
                .build()
                .parse("t", template)
                .text(data);
    }

    /** A struct with a field, a method and a method with an argument. */
    private record Point(long x) implements TemplateObject {
        @Override
        public @Nullable Object field(String name) {
            return switch (name) {
                case "X" -> x;
                case "Double" -> 2 * x;
                default -> throw new TemplateException("Point has no field " + name);
            };
        }

        @Override
        public @Nullable Object call(String method, List<@Nullable Object> arguments) {
            return method.equals("Plus") ? x + Arguments.integer(arguments, 0, "an addend") : field(method);
        }

        @Override
        public String toString() {
            return "(" + x + ")";
        }
    }

    @Test
    void object_fieldsAndMethods_areReadAndCalled() {
        Template template = TemplateSet.builder()
                .build()
                .parse(
                        "t",
                        "{{ .X }} {{ .Double }} {{ .Plus 4 }} {{ 5 | .Plus }} {{ . }} {{ printf \"%v %s %d %T\" . . . . }}");
        assertThat(template.text(new Point(3))).isEqualTo("3 6 7 8 (3) (3) (3) %!d(Point=(3)) Point");
    }

    @Test
    void object_wrongArgument_isSaidWithThePlace() {
        Template template = TemplateSet.builder().build().parse("t", "a\n {{ .Plus \"x\" }}");
        assertThatThrownBy(() -> template.text(new Point(3)))
                .isInstanceOfSatisfying(TemplateException.class, e -> assertThat(
                                List.of(e.name(), e.line(), e.column(), e.problem()))
                        .isEqualTo(List.of("t", 2, 5, "wants an addend, an int as argument 1, got the string \"x\"")));
    }

    @Test
    void html_commentsAndSafeText_areLeftOutAndKept() {
        TemplateSet set = TemplateSet.builder().build();
        assertThat(set.parse("t", "<p><!-- {{ . }} -->{{ . }}</p>").html("<b>")).isEqualTo("<p>&lt;b&gt;</p>");
    }
}
