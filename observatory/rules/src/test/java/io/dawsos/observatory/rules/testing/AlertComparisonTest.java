package io.dawsos.observatory.rules.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertComparisonTest {
    private static ExpectedAlert alert(String job, String severity, Map<String, String> annotations) {
        return new ExpectedAlert(Map.of("job", job, "severity", severity), annotations);
    }

    private static List<String> diff(List<ExpectedAlert> expected, List<ExpectedAlert> got) {
        return new AlertComparison(expected, got)
                .diff().stream().map(DiffLine::toString).toList();
    }

    @Test
    void alerts_sameInAnotherOrder_doNotDiffer() {
        ExpectedAlert mail = alert("mail", "page", Map.of());
        ExpectedAlert chat = alert("chat", "page", Map.of("summary", "s"));
        assertThat(diff(List.of(mail, chat), List.of(chat, mail))).isEmpty();
    }

    @Test
    void alert_oneLabelDiffers_isLaidBesideItsLike() {
        ExpectedAlert expected = alert("mail", "page", Map.of("summary", "s"));
        ExpectedAlert got = alert("mail", "ticket", Map.of("summary", "s"));
        ExpectedAlert other = alert("chat", "ticket", Map.of());
        assertThat(diff(List.of(expected, other), List.of(other, got)))
                .containsExactly(
                        "  alert",
                        "      label job: \"mail\"",
                        "-     label severity: \"page\"",
                        "+     label severity: \"ticket\"",
                        "      summary: \"s\"");
    }

    @Test
    void alert_firesThoughNoneIsExpected_isShownWhole() {
        assertThat(diff(List.of(), List.of(alert("mail", "page", Map.of("summary", "a\nb")))))
                .containsExactly("+ alert {job=\"mail\", severity=\"page\"}", "+     summary: \"a\\nb\"");
    }

    @Test
    void annotation_emptyInOneAndAbsentInTheOther_differs() {
        assertThat(diff(
                        List.of(alert("mail", "page", Map.of())),
                        List.of(alert("mail", "page", Map.of("summary", "")))))
                .containsExactly("  alert {job=\"mail\", severity=\"page\"}", "+     summary: \"\"");
    }
}
