package io.dawsos.observatory.alertmanager.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How reports of one alert are merged, as Alertmanager does it. */
class AlertStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final AlertStore store = new AlertStore(new AlertLimits(3, 2, 4, 100));

    private StoredAlert put(Instant now, @Nullable Instant start, @Nullable Instant end) throws IOException {
        return Objects.requireNonNull(store.put(posted("A", start, end), now, TIMEOUT))
                .alert();
    }

    private static PostedAlert posted(String name, @Nullable Instant start, @Nullable Instant end) {
        return new PostedAlert(Labels.of("alertname", name), Labels.EMPTY, start, end, "");
    }

    @Test
    void put_withoutTimes_firesFromNowForTheTimeout() throws IOException {
        StoredAlert alert = put(NOW, null, null);
        assertThat(alert.startsAt()).isEqualTo(NOW);
        assertThat(alert.endsAt()).isEqualTo(NOW.plus(TIMEOUT));
        assertThat(alert.timeout()).isTrue();
    }

    @Test
    void put_againWithoutTimes_keepsTheFirstStart() throws IOException {
        put(NOW, null, null);
        StoredAlert again = put(NOW.plusSeconds(60), null, null);
        assertThat(again.startsAt()).isEqualTo(NOW);
        assertThat(again.endsAt()).isEqualTo(NOW.plusSeconds(60).plus(TIMEOUT));
    }

    @Test
    void put_onlyAnEnd_isAnAlertThatEndedThen() throws IOException {
        StoredAlert alert = put(NOW, null, NOW.minusSeconds(5));
        assertThat(alert.startsAt()).isEqualTo(NOW.minusSeconds(5));
        assertThat(alert.resolvedAt(NOW)).isTrue();
    }

    @Test
    void put_endOfAFiringAlert_endsItAndKeepsItsStart() throws IOException {
        put(NOW, NOW, NOW.plusSeconds(240));
        StoredAlert ended = put(NOW.plusSeconds(60), NOW.plusSeconds(10), NOW.plusSeconds(60));
        assertThat(ended.startsAt()).isEqualTo(NOW);
        assertThat(ended.endsAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void put_shorterTimeout_doesNotShortenWhatWasSaid() throws IOException {
        put(NOW, NOW, NOW.plusSeconds(3600));
        assertThat(put(NOW.plusSeconds(1), null, null).endsAt()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void put_afterItsEnd_isAnotherTime() throws IOException {
        put(NOW, NOW, NOW.plusSeconds(10));
        StoredAlert again = put(NOW.plusSeconds(60), NOW.plusSeconds(60), NOW.plusSeconds(300));
        assertThat(again.startsAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void put_tooMany_isRefusedUnlessKnown() throws IOException {
        store.put(posted("A", null, null), NOW, TIMEOUT);
        store.put(posted("B", null, null), NOW, TIMEOUT);
        store.put(posted("C", null, null), NOW, TIMEOUT);
        assertThat(store.put(posted("D", null, null), NOW, TIMEOUT)).isNull();
        StoredAlert known = put(NOW, null, null);
        store.remove(known);
        assertThat(store.put(posted("D", null, null), NOW, TIMEOUT)).isNotNull();
    }

    @Test
    void put_tooManyOfOneName_isRefused() throws IOException {
        for (int i = 0; i < 3; i++) {
            Labels labels = Labels.of("alertname", "A", "n", String.valueOf(i));
            PostedAlert alert = new PostedAlert(labels, Labels.EMPTY, null, null, "");
            assertThat(store.put(alert, NOW, TIMEOUT) == null).isEqualTo(i == 2);
        }
    }

    @Test
    void problem_badAlerts_saysWhatWasWanted() {
        assertThat(store.problem(posted("A", NOW, NOW.minusSeconds(1)), NOW, TIMEOUT))
                .contains("wants to end after its start");
        assertThat(store.problem(posted("A".repeat(101), null, null), NOW, TIMEOUT))
                .contains("at most 100 characters");
        assertThat(store.problem(posted("", null, null), NOW, TIMEOUT)).contains("at least one label");
        assertThat(store.problem(posted("A", null, null), NOW, TIMEOUT)).isNull();
    }

    @Test
    void remove_heardOfSince_isKept() throws IOException {
        StoredAlert old = put(NOW, NOW, NOW.plusSeconds(10));
        put(NOW.plusSeconds(20), NOW.plusSeconds(20), NOW.plusSeconds(300));
        store.remove(old);
        assertThat(store.all()).hasSize(1);
    }

    @Test
    void fingerprint_knownLabels_isAlertmanagers() {
        assertThat(Fingerprint.text(Fingerprint.of(Labels.EMPTY))).isEqualTo("cbf29ce484222325");
        assertThat(Fingerprint.of(Labels.of("a", "b"))).isNotEqualTo(Fingerprint.of(Labels.of("b", "a")));
    }
}
