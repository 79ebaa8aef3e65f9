package io.dawsos.observatory.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.stage.Delivery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a restart, a crash and a new configuration change for those who are told: nothing. */
class RestartTest {
    private static final String CONFIG = """
            route:
              receiver: hook
              group_wait: 30s
              group_interval: 5m
              repeat_interval: 4h
            inhibit_rules:
              - source_matchers: [alertname="Down"]
                target_matchers: [alertname="Slow"]
                equal: [job]
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

    @Test
    void restart_toldBefore_isNotToldAgain() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofSeconds(30));
        world.restart(Duration.ofSeconds(5));
        for (int i = 0; i < 60; i++) {
            world.fireSince(World.START, "alertname", "A");
            world.move(Duration.ofMinutes(1));
        }
        assertThat(world.told()).containsExactly("hook +A");
    }

    @Test
    void crash_inGroupWait_isToldAfterwards() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofSeconds(10));
        world.crash(Duration.ofSeconds(5));
        world.move(Duration.ofSeconds(30));
        assertThat(world.told()).containsExactly("hook +A");
    }

    @Test
    void crash_whileSending_isToldAgainAsWhatMayBeARepeat() throws IOException {
        world.fire("alertname", "A");
        List<Path> copies = new ArrayList<>();
        world.receiver = notification -> {
            copies.add(world.copy());
            return Delivery.delivered();
        };
        world.move(Duration.ofSeconds(30));
        assertThat(world.sent.getFirst().mayBeRepeat()).isFalse();
        world.sent.clear();
        world.receiver = notification -> Delivery.delivered();
        world.goOnFrom(copies.getFirst(), Duration.ofSeconds(5));
        world.move(Duration.ofSeconds(30));
        assertThat(world.sent).singleElement().satisfies(again -> assertThat(again.mayBeRepeat())
                .isTrue());
    }

    @Test
    void downtime_longerThanAlertsWereToFire_tellsNoFalseEnd() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofSeconds(30));
        world.restart(Duration.ofMinutes(20));
        world.move(Duration.ofMinutes(1));
        world.fireSince(World.START, "alertname", "A");
        world.move(Duration.ofMinutes(3));
        assertThat(world.told()).containsExactly("hook +A");
    }

    @Test
    void downtime_alertNotHeardOfAgain_endsAfterItsSendersTime() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofSeconds(30));
        world.restart(Duration.ofMinutes(20));
        world.move(Duration.ofMinutes(12));
        assertThat(world.told()).containsExactly("hook +A", "hook -A");
    }

    @Test
    void restart_inhibitedAlert_staysQuietUntilItsSourceIsKnownAgain() throws IOException {
        Instant down = world.time.instant();
        world.fire("alertname", "Other");
        world.move(Duration.ofSeconds(30));
        world.restart(Duration.ofMinutes(1));
        // The source began to fire while nobody listened; its target is heard of first.
        world.fireSince(down, "alertname", "Slow", "job", "api");
        world.move(Duration.ofSeconds(60));
        world.fireSince(down, "alertname", "Down", "job", "api");
        world.move(Duration.ofMinutes(1));
        world.fireSince(down, "alertname", "Down", "job", "api");
        world.move(Duration.ofMinutes(3));
        assertThat(String.join(" ", world.told())).contains("+Down").doesNotContain("Slow");
        assertThat(world.suppressed).containsKeys("settling", "inhibition");
    }

    @Test
    void restart_targetWithoutSource_isToldOnceSettled() throws IOException {
        world.fire("alertname", "Other");
        world.move(Duration.ofSeconds(30));
        world.told();
        world.restart(Duration.ofMinutes(1));
        world.fire("alertname", "Slow", "job", "api");
        world.fire("alertname", "Other");
        world.move(Duration.ofSeconds(74));
        assertThat(world.told()).isEmpty();
        world.move(Duration.ofSeconds(1));
        assertThat(world.told()).containsExactly("hook +Slow +Other");
    }

    @Test
    void reload_groupsUnchanged_goOnFromWhereTheyWere() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofSeconds(20));
        world.reload(CONFIG);
        world.move(Duration.ofSeconds(10));
        assertThat(world.told()).containsExactly("hook +A");
        world.fire("alertname", "B");
        world.move(Duration.ofSeconds(100));
        world.reload(CONFIG + "# changed\n");
        world.fireSince(World.START, "alertname", "A");
        world.fire("alertname", "B");
        world.move(Duration.ofSeconds(199));
        assertThat(world.told()).isEmpty();
        world.move(Duration.ofSeconds(1));
        assertThat(world.told()).containsExactly("hook +A +B");
    }

    @Test
    void reload_whileRetrying_goesOnAtOnceWithTheNewConfiguration() throws IOException {
        world.receiver = notification -> Delivery.failed("HTTP 503");
        world.fire("alertname", "A");
        world.move(Duration.ofMinutes(2));
        world.receiver = notification -> Delivery.delivered();
        world.reload(CONFIG);
        world.time.settle();
        assertThat(world.told()).containsExactly("hook +A");
        world.move(Duration.ofMinutes(1));
        assertThat(world.told()).isEmpty();
    }

    @Test
    void reload_inhibitedAlert_staysQuiet() throws IOException {
        world.fire("alertname", "Down", "job", "api");
        world.fire("alertname", "Slow", "job", "api");
        world.move(Duration.ofSeconds(30));
        world.reload(CONFIG);
        world.move(Duration.ofMinutes(4));
        assertThat(world.told()).containsExactly("hook +Down");
    }

    @Test
    void reload_manyTimesAndAtAnyMoment_tellsNothingTwice() throws IOException {
        world.fire("alertname", "A");
        for (int i = 0; i < 100; i++) {
            world.move(Duration.ofSeconds(7));
            world.reload(CONFIG);
            world.fireSince(World.START, "alertname", "A");
        }
        assertThat(world.told()).isEqualTo(List.of("hook +A"));
    }

    @Test
    void journal_compacted_holdsTheSame() throws IOException {
        world.close();
        world.settings = AlertmanagerSettings.DEFAULT.withCompactBytes(1);
        world.restart(Duration.ZERO);
        world.fire("alertname", "A");
        String silence = world.alertmanager.silence(world.silence(Duration.ofHours(3), false, false, "job", "x"));
        for (int i = 0; i < 30; i++) {
            world.fireSince(World.START, "alertname", "A");
            world.move(Duration.ofMinutes(1));
        }
        world.crash(Duration.ofSeconds(1));
        world.fireSince(World.START, "alertname", "A");
        world.move(Duration.ofMinutes(20));
        assertThat(world.told().stream().filter("hook +A"::equals)).hasSize(1);
        assertThat(world.alertmanager.silences()).singleElement().satisfies(kept -> assertThat(kept.id())
                .isEqualTo(silence));
        assertThat(world.alertmanager.problems()).isEmpty();
    }

    /** It was told again, since another group still held the alert when the configuration was loaded. */
    @Test
    void reload_endToldByOneOfTwoGroups_isNotToldByItAgain() throws IOException {
        String two = CONFIG.replace("  repeat_interval: 4h\n", """
                  repeat_interval: 4h
                  routes:
                    - matchers: [job="api"]
                      continue: true
                    - matchers: [job=~"api"]
                      group_interval: 1h
                """);
        world.reload(two);
        world.fire("alertname", "A", "job", "api");
        world.fire("alertname", "B", "job", "api");
        world.move(Duration.ofSeconds(30));
        world.resolve(World.START, "alertname", "A", "job", "api");
        keepFiring("B", 5);
        assertThat(world.told()).containsExactly("hook +A +B", "hook +A +B", "hook -A +B");
        world.reload(two);
        world.fire("alertname", "C", "job", "api");
        keepFiring("B", 3);
        world.restart(Duration.ofSeconds(5));
        keepFiring("B", 10);
        List<String> byFirst = world.sent.stream()
                .filter(notification -> notification.groupKey().startsWith("{}/{job=\"api\"}"))
                .map(World::text)
                .toList();
        assertThat(String.join(" ", byFirst)).contains("+C").doesNotContain("-A");
    }

    private void keepFiring(String name, int minutes) throws IOException {
        for (int i = 0; i < minutes; i++) {
            world.fireSince(World.START, "alertname", name, "job", "api");
            world.move(Duration.ofMinutes(1));
        }
    }
}
