package io.dawsos.observatory.rules.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.template.TemplateException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The functions of Prometheus's templates, with what its documentation and its own templates give. */
class RuleTemplatesTest {
    private static final RuleTemplates TEMPLATES =
            new RuleTemplates(Labels.of("region", "eu"), URI.create("https://watch.example:9090/obs"));
    private static final TemplateQuery METRICS = query -> switch (query) {
        case "metric" ->
            List.of(
                    new TemplateSample(Map.of("__name__", "metric", "instance", "b", "__value__", "text"), 21),
                    new TemplateSample(Map.of("__name__", "metric", "instance", "a"), 11));
        default -> List.of();
    };

    private static String expand(String text) {
        return TEMPLATES.parse("Test", text).expand(Map.of("job", "api"), 0.5, Instant.ofEpochMilli(1_500), METRICS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '@', quoteCharacter = '~', textBlock = """
                    {{ 0.0 | humanize }}                             @ 0
                    {{ 1.0 | humanize }}                             @ 1
                    {{ 1234567.0 | humanize }}                       @ 1.235M
                    {{ .12 | humanize }}                             @ 120m
                    {{ humanize "1e-30" }}                            @ 1e-06y
                    {{ humanize "NaN" }}                              @ NaN
                    {{ humanize "-Inf" }}                             @ -Inf
                    {{ humanize 999999 }}                             @ 1000k
                    {{ 1.0 | humanize1024 }}                         @ 1
                    {{ 1048576.0 | humanize1024 }}                   @ 1Mi
                    {{ .12 | humanize1024 }}                         @ 0.12
                    {{ 0.0 | humanizeDuration }}                     @ 0s
                    {{ 1.0 | humanizeDuration }}                     @ 1s
                    {{ 60.0 | humanizeDuration }}                    @ 1m 0s
                    {{ 3600.0 | humanizeDuration }}                  @ 1h 0m 0s
                    {{ 90061.9 | humanizeDuration }}                 @ 1d 1h 1m 1s
                    {{ 899.99 | humanizeDuration }}                  @ 14m 59s
                    {{ .1 | humanizeDuration }}                      @ 100ms
                    {{ .0001 | humanizeDuration }}                   @ 100us
                    {{ .12345 | humanizeDuration }}                  @ 123.5ms
                    {{ -60.0 | humanizeDuration }}                   @ -1m 0s
                    {{ 12.345 | humanizeDuration }}                  @ 12.35s
                    {{ 0.12345 | humanizePercentage }}               @ 12.35%
                    {{ humanizePercentage "0.5" }}                    @ 50%
                    {{ 1435065584.128 | humanizeTimestamp }}         @ 2015-06-23 13:19:44.128 +0000 UTC
                    {{ humanizeTimestamp "NaN" }}                     @ NaN
                    {{ (1435065584.128 | toTime).Year }}             @ 2015
                    {{ 0 | toTime }}                                 @ 1970-01-01 00:00:00 +0000 UTC
                    {{ 3661.5 | toDuration }}                        @ 1h1m1.5s
                    {{ 0.0015 | toDuration }}                        @ 1.5ms
                    {{ (90 | toDuration).Minutes }}                  @ 1.5
                    {{ 90 | toDuration | humanizeDuration }}        @ 1m 30s
                    {{ parseDuration "1h2m10ms" }}                    @ 3720.01
                    {{ now }}                                         @ 1.5
                    {{ "aa bb CC don't a-b" | title }}               @ Aa Bb CC Don't A-B
                    {{ "aa bb CC" | toUpper }}                       @ AA BB CC
                    {{ "aa bb CC" | toLower }}                       @ aa bb cc
                    {{ match "a+" "aa" }} {{ match "a+" "b" }}        @ true false
                    {{ reReplaceAll "(a)(b)?" "x$1${2}$$" "ab" }}     @ xab$
                    {{ reReplaceAll "(?P<n>o)" "<$n>" "foo" }}        @ f<o><o>
                    {{ reReplaceAll "(a)" "$1x" "a" }}.               @ .
                    {{ "localhost:9090" | stripPort }}               @ localhost
                    {{ "[::1]:9090" | stripPort }}                   @ ::1
                    {{ "::1" | stripPort }}                          @ ::1
                    {{ "host" | stripPort }}                         @ host
                    {{ "a.b.c:9090" | stripDomain }}                 @ a:9090
                    {{ "a.b.c" | stripDomain }}                      @ a
                    {{ "192.168.0.1:9090" | stripDomain }}           @ 192.168.0.1:9090
                    {{ "[::1]:9090" | stripDomain }}                 @ [::1]:9090
                    {{ graphLink "a*b ~c" }}                          @ /graph?g0.expr=a%2Ab+~c&g0.tab=0
                    {{ tableLink "up" }}                              @ /graph?g0.expr=up&g0.tab=1
                    {{ urlQueryEscape "a b/c&d" }}                    @ a+b%2Fc%26d
                    {{ pathPrefix }} {{ externalURL }}                @ /obs https://watch.example:9090/obs
                    {{ $externalLabels.region }} {{ $labels.job }}    @ eu api
                    {{ $value }} {{ $value | printf "%.1f" }}        @ 0.5 0.5
                    {{ query "metric" | first | value }}            @ 21
                    {{ query "metric" | first | label "instance" }} @ b
                    {{ query "metric" | first | strvalue }}         @ text
                    {{ range query "metric" | sortByLabel "instance" }}{{ .Labels.instance }}:{{ .Value }} {{ end }}. @ a:11 b:21 .
                    {{ len (query "nothing") }}                       @ 0
                    {{ with args 1 "b" }}{{ .arg1 }}{{ .arg0 }}{{ end }} @ b1
                    {{ "<b>" | safeHtml }}                           @ <b>
                    {{ define "x" }}[{{ . }}]{{ end }}{{ template "x" 1 }} @ [1]
                    no actions                                        @ no actions
                    """)
    void template_ofItsFunction_expands(String text, String expanded) {
        assertThat(expand(text)).isEqualTo(expanded);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
                    {{ query "nothing" | first }}   ! first() called on vector with no elements
                    {{ humanize "x" }}              ! humanize() wants a number, got "x"
                    {{ humanize }}                  ! wrong number of args for humanize: want 1 got 0
                    {{ toTime "NaN" }}              ! a number of seconds is finite
                    {{ match "(" "a" }}             ! is no regular expression
                    {{ parseDuration "1 day" }}     ! wants a duration
                    {{ first 3 }}                   ! a query's result
                    """)
    void template_thatFails_expandsToTheReason(String text, String reason) {
        assertThat(expand(text))
                .startsWith("<error expanding template: error executing template __alert_Test: ")
                .contains(reason)
                .endsWith(">");
    }

    @Test
    void template_malformed_isRefusedAtLoadAndSaysWhyElse() {
        assertThatThrownBy(() -> RuleTemplates.check("Test", "{{ unknown }}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("__alert_Test:1:")
                .hasMessageContaining("unknown");
        assertThat(expand("{{ if }}")).startsWith("<error expanding template: error parsing template __alert_Test: ");
    }

    @Test
    void template_wholeLabels_printAsAMap() {
        assertThat(expand("{{ $labels }} {{ range $k, $v := $labels }}{{ $k }}={{ $v }}{{ end }}"))
                .isEqualTo("map[job:api] job=api");
    }
}
