package io.dawsos.observatory.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.alertmanager.silence.Silence;
import io.dawsos.observatory.alertmanager.silence.SilenceException;
import io.dawsos.observatory.alertmanager.silence.SilenceState;
import io.dawsos.observatory.alertmanager.stage.NotificationReason;
import io.dawsos.observatory.model.Matcher;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Silences: their life, and what they keep quiet. */
class SilenceTest {
    private static final String CONFIG = """
            route:
              receiver: hook
              group_by: [job]
              group_wait: 30s
              group_interval: 5m
              repeat_interval: 4h
            receivers:
              - name: hook
                webhook_configs: [{url: "http://localhost/"}]
            """;

    @TempDir
    private Path folder;

    private World world;

    @BeforeEach
    void open() throws IOException {
        world = new World(folder, CONFIG);
    }

    @AfterEach
    void close() throws IOException {
        world.close();
    }

    private Silence find(String id) {
        return Objects.requireNonNull(world.alertmanager.findSilence(id));
    }

    private static Silence with(Silence old, String id, List<Matcher> matchers, Instant start, Instant end) {
        return new Silence(id, matchers, start, end, old.updatedAt(), "ann", "changed", false, false);
    }

    @Test
    void silence_active_keepsMatchingAlertsQuiet() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(1), false, false, "alertname", "A"));
        world.fire("alertname", "A");
        world.fire("alertname", "B");
        assertThat(world.alertmanager.alerts().getFirst().silencedBy()).containsExactly(id);
        assertThat(world.alertmanager.alerts().getFirst().state()).isEqualTo(AlertState.SUPPRESSED);
        world.move(Duration.ofSeconds(30));
        assertThat(world.told()).containsExactly("hook +B");
    }

    @Test
    void silence_expiresUnmarked_alertIsToldOfByTheRulesOfRepeating() throws IOException {
        world.alertmanager.silence(world.silence(Duration.ofMinutes(60), false, false, "alertname", "A"));
        world.keepFiring(Duration.ofMinutes(70), "alertname", "A");
        assertThat(world.sent).singleElement().satisfies(notification -> {
            assertThat(notification.reason().kind()).isEqualTo(NotificationReason.Kind.NEW_ALERTS);
            assertThat(notification.now()).isEqualTo(World.START.plusSeconds(30).plus(Duration.ofHours(1)));
        });
    }

    @Test
    void silence_expiresMarked_alertStillFiringIsToldAtOnceWithTheReason() throws IOException {
        Instant start = world.time.instant();
        world.keepFiring(Duration.ofMinutes(2), "alertname", "A");
        assertThat(world.told()).containsExactly("hook +A");
        String id = world.alertmanager.silence(world.silence(Duration.ofMinutes(10), false, true, "alertname", "A"));
        for (int i = 0; i < 20; i++) {
            world.fireSince(start, "alertname", "A");
            world.move(Duration.ofMinutes(1));
        }
        assertThat(world.sent).singleElement().satisfies(notification -> {
            assertThat(notification.now()).isEqualTo(start.plus(Duration.ofMinutes(12)));
            assertThat(notification.reason())
                    .isEqualTo(new NotificationReason(
                            NotificationReason.Kind.SILENCE_EXPIRED, "silence " + id + " expired"));
        });
    }

    @Test
    void silence_endedByHandMarked_alertStillFiringIsToldAtOnce() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofMinutes(1));
        world.told();
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(3), false, true, "alertname", "A"));
        world.move(Duration.ofSeconds(20));
        world.alertmanager.expire(id);
        world.time.settle();
        assertThat(world.told()).containsExactly("hook +A");
        world.move(Duration.ofSeconds(90));
        assertThat(world.told()).isEmpty();
    }

    @Test
    void silence_expiredMarkedWhileDown_isToldAfterTheStart() throws IOException {
        world.keepFiring(Duration.ofMinutes(2), "alertname", "A");
        world.told();
        world.alertmanager.silence(world.silence(Duration.ofMinutes(1), false, true, "alertname", "A"));
        world.restart(Duration.ofMinutes(3));
        world.fireSince(World.START, "alertname", "A");
        world.move(Duration.ofSeconds(30));
        assertThat(world.sent).singleElement().satisfies(notification -> assertThat(
                        notification.reason().kind())
                .isEqualTo(NotificationReason.Kind.SILENCE_EXPIRED));
    }

    @Test
    void silence_expiredMarkedButAlertResolved_tellsNothing() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofMinutes(1));
        world.told();
        world.alertmanager.silence(world.silence(Duration.ofMinutes(10), false, true, "alertname", "A"));
        world.resolve(World.START, "alertname", "A");
        world.move(Duration.ofHours(1));
        assertThat(world.told()).isEmpty();
    }

    @Test
    void silence_untilResolved_endsWithItsAlert() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(3), true, false, "alertname", "A"));
        world.move(Duration.ofMinutes(5));
        assertThat(find(id).state(world.time.instant())).isEqualTo(SilenceState.ACTIVE);
        Instant start = world.time.instant();
        world.fire("alertname", "A", "n", "1");
        world.fire("alertname", "A", "n", "2");
        world.move(Duration.ofMinutes(1));
        world.resolve(start, "alertname", "A", "n", "1");
        assertThat(find(id).state(world.time.instant())).isEqualTo(SilenceState.ACTIVE);
        world.resolve(start, "alertname", "A", "n", "2");
        assertThat(find(id).state(world.time.instant())).isEqualTo(SilenceState.EXPIRED);
        world.move(Duration.ofMinutes(10));
        assertThat(world.told()).isEmpty();
        world.fire("alertname", "A", "n", "1");
        world.move(Duration.ofMinutes(1));
        assertThat(world.told()).containsExactly("hook +A");
    }

    @Test
    void silence_untilResolved_knowsAfterARestartThatItsAlertHadFired() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(9), true, false, "alertname", "A"));
        world.fire("alertname", "A");
        world.move(Duration.ofMinutes(1));
        world.crash(Duration.ofMinutes(1));
        world.move(Duration.ofMinutes(6));
        assertThat(find(id).state(world.time.instant())).isEqualTo(SilenceState.EXPIRED);
    }

    @Test
    void set_changedEnd_keepsTheId() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(1), false, false, "alertname", "A"));
        Silence old = find(id);
        Instant later = old.endsAt().plusSeconds(60);
        assertThat(world.alertmanager.silence(with(old, id, old.matchers(), old.startsAt(), later)))
                .isEqualTo(id);
        assertThat(find(id).endsAt()).isEqualTo(later);
    }

    @Test
    void set_changedMatcher_makesANewOneAndEndsTheOld() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(1), false, false, "alertname", "A"));
        Silence old = find(id);
        List<Matcher> others = List.of(new Matcher(Matcher.Type.REGEX, "alertname", "B|C"));
        String next = world.alertmanager.silence(with(old, id, others, old.startsAt(), old.endsAt()));
        assertThat(next).isNotEqualTo(id);
        assertThat(find(id).state(world.time.instant())).isEqualTo(SilenceState.EXPIRED);
        assertThat(find(next).matchers()).isEqualTo(others);
    }

    @Test
    void set_expiredOne_makesANewOne() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(1), false, false, "alertname", "A"));
        world.move(Duration.ofHours(2));
        Silence old = find(id);
        Instant end = world.time.instant().plusSeconds(60);
        assertThat(world.alertmanager.silence(with(old, id, old.matchers(), old.startsAt(), end)))
                .isNotEqualTo(id);
    }

    @Test
    void set_bad_isRefusedAndChangesNothing() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(1), false, false, "alertname", "A"));
        Silence old = find(id);
        Matcher any = new Matcher(Matcher.Type.REGEX, "alertname", ".*");
        assertThatThrownBy(() -> world.alertmanager.silence(with(old, id, List.of(any), old.startsAt(), old.endsAt())))
                .isInstanceOf(SilenceException.class)
                .hasMessageContaining("does not match the empty value");
        assertThatThrownBy(() -> world.alertmanager.silence(
                        with(old, id, old.matchers(), old.startsAt(), World.START.minusSeconds(1))))
                .hasMessageContaining("end");
        assertThatThrownBy(() ->
                        world.alertmanager.silence(with(old, "nowhere", old.matchers(), old.startsAt(), old.endsAt())))
                .hasMessage("there is no silence \"nowhere\"");
        assertThat(find(id)).isEqualTo(old);
    }

    @Test
    void expire_twice_isRefused() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(1), false, false, "alertname", "A"));
        world.alertmanager.expire(id);
        assertThatThrownBy(() -> world.alertmanager.expire(id)).hasMessageContaining("already expired");
    }

    @Test
    void silence_expiredLongAgo_isForgotten() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(1), false, false, "alertname", "A"));
        world.move(Duration.ofDays(5));
        assertThat(find(id)).isNotNull();
        world.crash(Duration.ofHours(2));
        world.move(Duration.ofMinutes(1));
        assertThat(world.alertmanager.findSilence(id)).isNull();
    }

    @Test
    void silence_afterACrash_isThereAsItWas() throws IOException {
        String id = world.alertmanager.silence(world.silence(Duration.ofHours(1), true, true, "alertname", "A"));
        Silence before = find(id);
        world.crash(Duration.ofSeconds(1));
        assertThat(find(id)).isEqualTo(before);
        assertThat(before.passes(List.of(new Matcher(Matcher.Type.EQUAL, "alertname", "A"))))
                .isTrue();
        assertThat(before.passes(List.of(new Matcher(Matcher.Type.EQUAL, "job", "A"))))
                .isFalse();
    }
}
