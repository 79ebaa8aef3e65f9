package io.dawsos.observatory.alertmanager.inhibit;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.alerts.AlertLimits;
import io.dawsos.observatory.alertmanager.alerts.AlertStore;
import io.dawsos.observatory.alertmanager.alerts.PostedAlert;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Which alerts keep which quiet. */
class InhibitorTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

    private final AlertStore alerts = new AlertStore(AlertLimits.DEFAULT);

    private static Matcher is(String name, String value) {
        return new Matcher(Matcher.Type.EQUAL, name, value);
    }

    private static InhibitRule rule(Matcher source, Matcher target, String... equal) {
        return new InhibitRule(List.of(source), List.of(target), List.of(equal));
    }

    private Inhibitor inhibitor(InhibitRule... rules) {
        return new Inhibitor(List.of(rules), alerts, NOW);
    }

    private void put(Inhibitor inhibitor, Duration length, String... labels) throws IOException {
        PostedAlert posted = new PostedAlert(Labels.of(labels), Labels.EMPTY, NOW, NOW.plus(length), "");
        inhibitor.update(Objects.requireNonNull(alerts.put(posted, NOW, Duration.ofMinutes(5)))
                .alert());
    }

    private static boolean isQuiet(Inhibitor inhibitor, Instant now, String... labels) {
        return inhibitor.inhibiting(Labels.of(labels), now) != null;
    }

    @Test
    void target_sourceWithEqualLabelsFires_isQuietUntilThatEnds() throws IOException {
        Inhibitor inhibitor = inhibitor(rule(is("sev", "high"), is("sev", "low"), "job"));
        put(inhibitor, Duration.ofMinutes(1), "sev", "high", "job", "a");
        assertThat(isQuiet(inhibitor, NOW, "sev", "low", "job", "a")).isTrue();
        assertThat(isQuiet(inhibitor, NOW, "sev", "low", "job", "b")).isFalse();
        assertThat(isQuiet(inhibitor, NOW, "sev", "mid", "job", "a")).isFalse();
        assertThat(isQuiet(inhibitor, NOW.plusSeconds(60), "sev", "low", "job", "a"))
                .isFalse();
        put(inhibitor, Duration.ofMinutes(5), "sev", "high", "job", "a");
        assertThat(isQuiet(inhibitor, NOW.plusSeconds(60), "sev", "low", "job", "a"))
                .isTrue();
    }

    @Test
    void target_equalLabelMissingOnBoth_isQuiet() throws IOException {
        Inhibitor inhibitor = inhibitor(rule(is("sev", "high"), is("sev", "low"), "job"));
        put(inhibitor, Duration.ofMinutes(1), "sev", "high");
        assertThat(isQuiet(inhibitor, NOW, "sev", "low")).isTrue();
        assertThat(isQuiet(inhibitor, NOW, "sev", "low", "job", "a")).isFalse();
    }

    @Test
    void alert_onBothSides_isKeptQuietOnlyByOneThatIsNot() throws IOException {
        InhibitRule rule = rule(is("team", "x"), new Matcher(Matcher.Type.REGEX, "sev", "low|mid"));
        Inhibitor inhibitor = inhibitor(rule);
        put(inhibitor, Duration.ofMinutes(1), "team", "x", "sev", "low");
        assertThat(isQuiet(inhibitor, NOW, "team", "x", "sev", "low")).isFalse();
        assertThat(isQuiet(inhibitor, NOW, "team", "x", "sev", "mid")).isFalse();
        assertThat(isQuiet(inhibitor, NOW, "team", "y", "sev", "mid")).isTrue();
        put(inhibitor, Duration.ofMinutes(1), "team", "x", "sev", "high");
        assertThat(isQuiet(inhibitor, NOW, "team", "x", "sev", "low")).isTrue();
    }

    @Test
    void inhibitor_madeLater_knowsAlertsThatWereThere() throws IOException {
        put(inhibitor(), Duration.ofMinutes(1), "sev", "high");
        assertThat(isQuiet(inhibitor(rule(is("sev", "high"), is("sev", "low"))), NOW, "sev", "low"))
                .isTrue();
    }

    @Test
    void collect_sourcesThatEnded_areForgottenUntilTheyFireAgain() throws IOException {
        Inhibitor inhibitor = inhibitor(rule(is("sev", "high"), is("sev", "low")));
        put(inhibitor, Duration.ofMinutes(1), "sev", "high");
        inhibitor.collect(NOW.plusSeconds(61));
        put(inhibitor, Duration.ofMinutes(3), "sev", "high");
        assertThat(isQuiet(inhibitor, NOW.plusSeconds(62), "sev", "low")).isTrue();
    }
}
