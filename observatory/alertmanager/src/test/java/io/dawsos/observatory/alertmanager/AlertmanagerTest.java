package io.dawsos.observatory.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.alerts.PostedAlert;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.NotificationReason;
import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When which receiver is told what. */
class AlertmanagerTest {
    private static final String CONFIG = """
            route:
              receiver: hook
              group_by: [job]
              group_wait: 30s
              group_interval: 5m
              repeat_interval: 4h
              routes:
                - matchers: [severity="low"]
                  receiver: quiet
                - matchers: [severity="none"]
                  receiver: nobody
            receivers:
              - name: hook
                webhook_configs: [{url: "http://localhost/"}]
              - name: quiet
                webhook_configs: [{url: "http://localhost/", send_resolved: false}]
              - name: nobody
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
    void group_alertsWithinGroupWait_areToldTogether() throws IOException {
        world.fire("alertname", "A", "job", "api");
        world.move(Duration.ofSeconds(20));
        world.fire("alertname", "B", "job", "api");
        world.fire("alertname", "C", "job", "db");
        assertThat(world.told()).isEmpty();
        world.move(Duration.ofSeconds(10));
        assertThat(world.told()).containsExactly("hook +A +B");
        world.move(Duration.ofSeconds(20));
        assertThat(world.told()).containsExactly("hook +C");
    }

    @Test
    void group_newAlertLater_waitsForGroupInterval() throws IOException {
        world.fire("alertname", "A", "job", "api");
        world.move(Duration.ofSeconds(30));
        world.told();
        world.fire("alertname", "B", "job", "api");
        world.fireSince(World.START, "alertname", "A", "job", "api");
        world.move(Duration.ofSeconds(299));
        assertThat(world.told()).isEmpty();
        world.fire("alertname", "B", "job", "api");
        world.fireSince(World.START, "alertname", "A", "job", "api");
        world.move(Duration.ofSeconds(1));
        assertThat(world.told()).containsExactly("hook +A +B");
    }

    @Test
    void group_alertFiringForLong_isToldAtOnce() throws IOException {
        world.fireSince(World.START.minusSeconds(31), "alertname", "A");
        world.time.settle();
        assertThat(world.told()).containsExactly("hook +A");
    }

    @Test
    void group_nothingChanges_isRepeatedAfterRepeatInterval() throws IOException {
        world.keepFiring(Duration.ofHours(9), "alertname", "A");
        assertThat(world.sent).hasSize(3);
        assertThat(world.sent.get(1).reason().kind()).isEqualTo(NotificationReason.Kind.REPEAT);
        assertThat(Duration.between(world.sent.get(0).now(), world.sent.get(1).now()))
                .isEqualTo(Duration.ofMinutes(245));
    }

    @Test
    void alert_resolved_isToldOnce() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofSeconds(30));
        world.resolve(World.START, "alertname", "A");
        world.move(Duration.ofMinutes(5));
        assertThat(world.told()).containsExactly("hook +A", "hook -A");
        world.resolve(World.START, "alertname", "A");
        world.move(Duration.ofHours(9));
        assertThat(world.told()).isEmpty();
        assertThat(world.alertmanager.groupCount()).isZero();
    }

    @Test
    void alert_notHeardOfAgain_isResolvedAtItsEnd() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofMinutes(6));
        assertThat(world.told()).containsExactly("hook +A", "hook -A");
    }

    @Test
    void alert_resolvedBeforeItWasTold_isNeverTold() throws IOException {
        world.fire("alertname", "A");
        world.move(Duration.ofSeconds(10));
        world.resolve(World.START, "alertname", "A");
        world.move(Duration.ofHours(1));
        assertThat(world.told()).isEmpty();
    }

    @Test
    void receiver_withoutResolved_hearsOnlyOfNewFires() throws IOException {
        world.fire("alertname", "A", "severity", "low");
        world.move(Duration.ofSeconds(30));
        world.resolve(World.START, "alertname", "A", "severity", "low");
        world.move(Duration.ofMinutes(10));
        world.fire("alertname", "A", "severity", "low");
        world.move(Duration.ofMinutes(1));
        assertThat(world.told()).containsExactly("quiet +A", "quiet +A");
    }

    @Test
    void receiver_withoutIntegrations_costsNothing() throws IOException {
        world.fire("alertname", "A", "severity", "none");
        world.move(Duration.ofMinutes(10));
        assertThat(world.told()).isEmpty();
        assertThat(world.alertmanager.alerts()).isEmpty();
    }

    @Test
    void receiver_failsForSomeTime_isTriedAgainAndToldOnce() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        world.receiver =
                notification -> tries.incrementAndGet() < 5 ? Delivery.failed("HTTP 503") : Delivery.delivered();
        world.fire("alertname", "A");
        world.move(Duration.ofMinutes(1));
        assertThat(tries).hasValue(5);
        assertThat(world.told()).containsExactly("hook +A");
    }

    @Test
    void receiver_refuses_isAskedAgainOnlyAfterGroupInterval() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        world.receiver = notification -> {
            tries.incrementAndGet();
            return Delivery.refused("HTTP 400");
        };
        world.fire("alertname", "A");
        world.move(Duration.ofMinutes(3));
        assertThat(tries).hasValue(1);
        world.fireSince(World.START, "alertname", "A");
        world.move(Duration.ofMinutes(3));
        assertThat(tries).hasValue(2);
    }

    @Test
    void receiver_failsUntilDeadline_isToldOfTheEndToo() throws IOException {
        world.receiver = notification -> Delivery.failed("HTTP 503");
        world.fire("alertname", "A");
        world.move(Duration.ofMinutes(1));
        world.receiver = notification -> Delivery.delivered();
        world.move(Duration.ofMinutes(1));
        world.receiver = notification -> Delivery.failed("HTTP 503");
        world.resolve(World.START, "alertname", "A");
        world.move(Duration.ofMinutes(30));
        assertThat(world.told()).containsExactly("hook +A");
        world.receiver = notification -> Delivery.delivered();
        world.move(Duration.ofMinutes(6));
        assertThat(world.told()).containsExactly("hook -A");
    }

    @Test
    void notifier_throws_isTriedAgain() throws IOException {
        AtomicInteger tries = new AtomicInteger();
        world.receiver = notification -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("not mended yet");
            }
            return Delivery.delivered();
        };
        world.fire("alertname", "A");
        world.move(Duration.ofMinutes(1));
        assertThat(world.told()).containsExactly("hook +A");
    }

    @Test
    void notification_any_saysWhatATemplateNeeds() throws IOException {
        world.fire("alertname", "A", "job", "api");
        world.move(Duration.ofSeconds(30));
        var notification = world.sent.getFirst();
        assertThat(notification.groupKey()).isEqualTo("{}:{job=\"api\"}");
        assertThat(notification.groupLabels().toMap()).containsExactly(Map.entry("job", "api"));
        assertThat(notification.integration()).isEqualTo("webhook");
        assertThat(notification.reason().text()).isEqualTo("new alerts");
        assertThat(notification.mayBeRepeat()).isFalse();
        assertThat(notification.deadline()).isEqualTo(notification.now().plusSeconds(300));
        assertThat(notification.alerts().getFirst().startsAt()).isEqualTo(World.START);
    }

    @Test
    void post_invalidAlert_isRefusedWithTheReasonAndOthersAreTaken() throws IOException {
        var reception = world.alertmanager.post(List.of(
                new PostedAlert(Labels.EMPTY, Labels.EMPTY, null, null, ""),
                new PostedAlert(Labels.of("alertname", "A"), Labels.EMPTY, null, null, "")));
        assertThat(reception.accepted()).isEqualTo(1);
        assertThat(reception.invalid()).singleElement().asString().contains("at least one label");
        assertThat(world.alertmanager.alerts().getFirst().alert().endsAt())
                .isEqualTo(World.START.plus(Duration.ofMinutes(5)));
    }

    @Test
    void alerts_firing_areShownWithReceiversAndGroups() throws IOException {
        world.fire("alertname", "A", "job", "api");
        world.resolve(World.START, "alertname", "B", "job", "api");
        assertThat(world.alertmanager.alerts()).singleElement().satisfies(view -> {
            assertThat(view.state()).isEqualTo(AlertState.ACTIVE);
            assertThat(view.receivers()).containsExactly("hook");
        });
        assertThat(world.alertmanager.groups()).singleElement().satisfies(group -> {
            assertThat(group.receiver()).isEqualTo("hook");
            assertThat(group.alerts()).hasSize(1);
        });
    }
}
