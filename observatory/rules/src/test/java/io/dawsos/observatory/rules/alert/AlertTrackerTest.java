package io.dawsos.observatory.rules.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertTrackerTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Labels LABELS = Labels.of("alertname", "Down", "job", "api");
    private static final Duration RESEND = Duration.ofMinutes(1);

    private final AlertTracker tracker = new AlertTracker(Duration.ofMinutes(5), Duration.ofMinutes(2));

    private static Instant minute(long minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    private void found(long minute) {
        Map<Labels, FoundAlert> found = Map.of(LABELS, new FoundAlert(LABELS, Labels.EMPTY, minute));
        assertThat(tracker.update(minute(minute), found, 0)).isEqualTo(1);
    }

    private int nothing(long minute) {
        return tracker.update(minute(minute), Map.of(), 0);
    }

    private List<Alert> due(long minute) {
        return tracker.due(minute(minute), RESEND, Duration.ofMinutes(4), "/graph");
    }

    private ActiveAlert only() {
        assertThat(tracker.active()).hasSize(1);
        return tracker.active().getFirst();
    }

    private void fires(long minute) {
        found(minute);
        found(minute + 5);
    }

    @Test
    void alert_foundForLessThanItsFor_isPending() {
        found(0);
        found(4);
        assertThat(only().state()).isEqualTo(AlertState.PENDING);
        assertThat(only().activeAt()).isEqualTo(START);
        assertThat(only().value()).isEqualTo(4);
        assertThat(due(4)).isEmpty();
    }

    @Test
    void alert_foundForItsFor_fires() {
        fires(0);
        assertThat(only().state()).isEqualTo(AlertState.FIRING);
        assertThat(only().firedAt()).isEqualTo(minute(5));
        assertThat(due(5)).containsExactly(new Alert(LABELS, Labels.EMPTY, minute(5), minute(9), "/graph"));
    }

    @Test
    void alert_pendingAndNotFound_isForgotten() {
        found(0);
        assertThat(nothing(1)).isZero();
        assertThat(tracker.active()).isEmpty();
        assertThat(due(1)).isEmpty();
        found(2);
        assertThat(only().activeAt()).isEqualTo(minute(2));
    }

    @Test
    void alert_firingAndNotFound_keepsFiringForItsTime() {
        fires(0);
        assertThat(nothing(6)).isEqualTo(1);
        assertThat(only().keepFiringSince()).isEqualTo(minute(6));
        assertThat(nothing(7)).isEqualTo(1);
        assertThat(nothing(8)).isZero();
        assertThat(tracker.active()).isEmpty();
    }

    @Test
    void alert_foundAgainWhileItKeepsFiring_countsItsTimeAnew() {
        fires(0);
        nothing(6);
        found(7);
        assertThat(only().keepFiringSince()).isNull();
        assertThat(nothing(8)).isEqualTo(1);
        assertThat(nothing(9)).isEqualTo(1);
        assertThat(nothing(10)).isZero();
    }

    @Test
    void alert_resolved_isToldOfForAQuarterOfAnHour() {
        AlertTracker atOnce = new AlertTracker(Duration.ZERO, Duration.ZERO);
        atOnce.update(START, Map.of(LABELS, new FoundAlert(LABELS, Labels.EMPTY, 1)), 0);
        assertThat(atOnce.due(START, RESEND, Duration.ofMinutes(4), "")).hasSize(1);
        atOnce.update(minute(1), Map.of(), 0);
        assertThat(atOnce.due(minute(1), RESEND, Duration.ofMinutes(4), ""))
                .containsExactly(new Alert(LABELS, Labels.EMPTY, START, minute(1), ""));
        atOnce.update(minute(16), Map.of(), 0);
        assertThat(atOnce.due(minute(16), RESEND, Duration.ofMinutes(4), "")).hasSize(1);
        atOnce.update(minute(17), Map.of(), 0);
        assertThat(atOnce.due(minute(18), RESEND, Duration.ofMinutes(4), "")).isEmpty();
    }

    @Test
    void alert_stillFiring_isToldOfAgainAfterTheDelay() {
        fires(0);
        assertThat(due(5)).hasSize(1);
        assertThat(due(6)).isEmpty();
        assertThat(due(7)).extracting(Alert::endsAt).containsExactly(minute(11));
    }

    @Test
    void alert_backAfterItsEnd_beginsAnew() {
        fires(0);
        nothing(6);
        nothing(8);
        found(9);
        assertThat(only().state()).isEqualTo(AlertState.PENDING);
        assertThat(only().activeAt()).isEqualTo(minute(9));
    }

    @Test
    void alerts_overTheLimit_areForgotten() {
        Labels other = LABELS.with("job", "web");
        Map<Labels, FoundAlert> two =
                Map.of(LABELS, new FoundAlert(LABELS, Labels.EMPTY, 1), other, new FoundAlert(other, Labels.EMPTY, 1));
        assertThat(tracker.update(START, two, 1)).isEqualTo(2);
        assertThat(tracker.active()).isEmpty();
    }

    @Test
    void alert_restored_firesAsIfItHadWaited() {
        found(10);
        tracker.restore(labels -> labels.equals(LABELS) ? minute(6) : null);
        found(11);
        assertThat(only().state()).isEqualTo(AlertState.FIRING);
    }

    @Test
    void tracker_continued_goesOnWithoutTellingAgain() {
        fires(0);
        assertThat(due(5)).hasSize(1);
        AlertTracker next = new AlertTracker(Duration.ofMinutes(5), Duration.ZERO);
        next.continueFrom(tracker);
        next.update(minute(6), Map.of(LABELS, new FoundAlert(LABELS, Labels.EMPTY, 1)), 0);
        assertThat(next.active().getFirst().firedAt()).isEqualTo(minute(5));
        assertThat(next.due(minute(6), RESEND, Duration.ofMinutes(4), "")).isEmpty();
    }
}
