package io.dawsos.observatory.alertmanager.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.template.TemplateException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotificationTemplatesTest {
    private static final Instant NOW = Samples.STARTED.plusSeconds(3725);

    @TempDir
    private Path folder;

    private static NotificationTemplates templates(String... patterns) throws IOException {
        return NotificationTemplates.read(List.of(patterns), InstantSource.fixed(NOW));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '§',
            value = {
                "{{ .Status | toUpper }} {{ \"ABC\" | toLower }} {{ title \"two wORDS it's\" }}¦FIRING abc Two Words It's",
                "{{ trimSpace \"  x \" }}!¦x!",
                "{{ join \", \" (stringSlice \"a\" \"b\") }}¦a, b",
                "{{ match \"^a.c$\" \"abc\" }} {{ match \"b\" \"abc\" }} {{ match \"^b\" \"abc\" }}¦true true false",
                "{{ reReplaceAll \"(a)(?P<n>b)\" \"$2-${1}x$n$$ $1x\" \"ab ab\" }}¦b-axb$  b-axb$ ",
                "{{ .GroupLabels.SortedPairs.Values | join \" \" }}¦Slow",
                "{{ .CommonLabels }} {{ .CommonLabels.job }} {{ .CommonLabels.nope }}!¦alertname=Slow, job=api api !",
                "{{ .CommonLabels.Names }} {{ .CommonLabels.Values }}¦[alertname job] [Slow api]",
                "{{ .CommonLabels.Remove .GroupLabels.Names }} {{ (.CommonLabels.Remove (stringSlice \"job\")).Names }}¦job=api [alertname]",
                "{{ range .CommonLabels.SortedPairs }}{{ .Name }}:{{ .Value }};{{ end }}¦alertname:Slow;job:api;",
                "{{ len .Alerts }} {{ .Alerts.Firing | len }} {{ len .Alerts.Resolved }}¦2 1 1",
                "{{ (index .Alerts 0).StartsAt }}¦2024-11-24 10:15:30.5 +0000 UTC",
                "{{ (index .Alerts 0).EndsAt.IsZero }} {{ (index .Alerts 1).EndsAt.IsZero }}¦true false",
                "{{ (index .Alerts 0).StartsAt.Format \"Mon Jan _2 15:04:05.000 2006\" }}¦Sun Nov 24 10:15:30.500 2024",
                "{{ date \"15:04 MST\" (tz \"Europe/Berlin\" (index .Alerts 0).StartsAt) }}¦11:15 CET",
                "{{ since (index .Alerts 0).StartsAt }}¦1h2m5s",
                "{{ since (index .Alerts 0).StartsAt | humanizeDuration }} {{ humanizeDuration 0.0125 }}¦1h 2m 5s 12.5ms",
                "{{ (index .Alerts 1).EndsAt.Sub (index .Alerts 1).StartsAt }}¦1m30s",
                "{{ toJson .GroupLabels }} {{ toJson (list 1 2.5 \"<\") }}¦{\"alertname\":\"Slow\"} [1,2.5,\"\\u003c\"]",
                "{{ $d := dict \"a\" 1 \"b\" \"x\" }}{{ $d.a }}{{ $d.b }} {{ append (list 1) 2 }}¦1x [1 2]",
                "{{ since (index .Alerts 0).EndsAt }}¦2562047h47m16.854775807s",
                "{{ (since (index .Alerts 0).StartsAt).Round 60000000000 }} {{ list nil }}¦1h2m0s [<nil>]",
                "{{ urlUnescape \"a%20b+c\" }}¦a b c",
                "{{ .NotificationReason }} {{ .ExternalURL }} {{ .Receiver }}¦new alerts http://am:9093 team",
                "{{ range .Alerts }}{{ .Fingerprint }}{{ .Status }}{{ .Labels.instance }} {{ end }}¦a1firinga:1 b2resolvedb:1 "
            })
    void text_dataAndFunctions_giveWhatAlertmanagerGives(String template, String expected) throws IOException {
        assertThat(templates().text(template, Samples.data())).isEqualTo(expected);
    }

    @Test
    void defaults_subject_hasStatusNumberGroupAndRest() throws IOException {
        assertThat(templates().text("{{ template \"slack.default.title\" . }}", Samples.data()))
                .isEqualTo("[FIRING:1] Slow (api)");
    }

    @Test
    void defaults_instances_listLabelsAnnotationsAndSource() throws IOException {
        assertThat(templates().text("{{ template \"pagerduty.default.instances\" .Alerts.Firing }}", Samples.data()))
                .isEqualTo("""
                        Labels:
                         - alertname = Slow
                         - instance = a:1
                         - job = api
                        Annotations:
                         - summary = p95 is <1.2 s & rising
                        Source: http://p/graph?a=1&b=2
                        """);
    }

    @Test
    void defaults_mail_holdsEverythingEscaped() throws IOException {
        String html = templates().html("{{ template \"email.default.html\" . }}", Samples.data());
        assertThat(html)
                .contains("2 alerts for alertname=Slow")
                .contains("[1] Firing")
                .contains("[1] Resolved")
                .contains("p95 is &lt;1.2 s &amp; rising")
                .contains("href=\"http://p/graph?a=1&amp;b=2\"")
                .contains("href=\"#ZgotmplZ\"")
                .contains("Sent because of: new alerts")
                .contains("2024-11-24 10:15:30 UTC until 2024-11-24 10:17:00 UTC")
                .doesNotContain("javascript:");
    }

    @Test
    void files_defineTemplates_comeBeforeTheDefaults() throws IOException {
        Files.writeString(folder.resolve("b.tmpl"), "{{ define \"__subject\" }}ours: {{ .Status }}{{ end }}");
        Files.writeString(folder.resolve("a.tmpl"), "{{ define \"__subject\" }}not these{{ end }}");
        assertThat(templates(folder + "/*.tmpl", folder + "/none*")
                        .text("{{ template \"email.default.subject\" . }}", Samples.data()))
                .isEqualTo("ours: firing");
    }

    @Test
    void files_bad_areRefusedWithTheirPlace() throws IOException {
        Path file =
                Files.writeString(folder.resolve("bad.tmpl"), "{{ define \"x\" }}\n{{ .Status | toUper }}{{ end }}");
        assertThatThrownBy(() -> templates(file.toString()))
                .isInstanceOf(TemplateException.class)
                .hasMessageStartingWith(file + ":2:14: function \"toUper\" not defined; there are ");
    }

    @Test
    void text_unknownField_saysWhichThereAre() throws IOException {
        NotificationTemplates templates = templates();
        assertThatThrownBy(() -> templates.text("{{ .Alert }}", Samples.data()))
                .hasMessageContaining("the data have no field Alert; they have Receiver, Status, Alerts");
        assertThatThrownBy(() -> templates.text("{{ match \"(\" \"x\" }}", Samples.data()))
                .hasMessageContaining("no regular expression: \"(\"");
    }

    @Test
    void text_timeBeyondAll_isAnErrorOfTheTemplate() throws IOException {
        NotificationTemplates templates = templates();
        assertThatThrownBy(
                        () -> templates.text("{{ (index .Alerts 0).StartsAt.AddDate 9999999999 0 0 }}", Samples.data()))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("AddDate gives no time");
    }
}
