package io.dawsos.observatory.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.observatory.alertmanager.alerts.PostedAlert;
import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.schedule.ThreadScheduler;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Integration;
import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A receiver that does not answer holds up nobody else, and is not asked twice at once. */
class SlowReceiverTest {
    private static final String CONFIG = """
            route:
              receiver: both
              group_by: [g]
              group_wait: 10ms
              group_interval: 50ms
            receivers:
              - name: both
            """;

    @TempDir
    private Path folder;

    private final CountDownLatch answer = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final Queue<String> quick = new ConcurrentLinkedQueue<>();
    private final Queue<String> slow = new ConcurrentLinkedQueue<>();
    private final ThreadScheduler scheduler = new ThreadScheduler(InstantSource.system());
    private Alertmanager alertmanager;

    @BeforeEach
    void open() throws IOException {
        AlertmanagerConfig config = AlertmanagerConfig.parse("alertmanager.yml", CONFIG);
        AlertmanagerSetup setup = AlertmanagerSetup.of(
                config,
                receiver -> List.of(
                        new Integration("slow", 0, true, this::hang), new Integration("quick", 0, true, this::take)));
        alertmanager =
                Alertmanager.open(folder, setup, AlertmanagerSettings.DEFAULT, scheduler, AlertmanagerMetrics.NONE);
    }

    @AfterEach
    void close() throws IOException {
        answer.countDown();
        alertmanager.close();
        scheduler.close();
    }

    private Delivery hang(Notification notification) {
        asked.incrementAndGet();
        try {
            answer.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        slow.add(World.text(notification));
        return Delivery.delivered();
    }

    private Delivery take(Notification notification) {
        quick.add(World.text(notification));
        return Delivery.delivered();
    }

    private void fire(String name) throws IOException {
        alertmanager.post(List.of(new PostedAlert(Labels.of("alertname", name), Labels.EMPTY, null, null, "")));
    }

    @Test
    void integrations_oneHangs_theOtherHearsOfWhatIsNew() throws IOException {
        fire("A");
        await().atMost(Duration.ofSeconds(10)).until(() -> quick.contains("both +A"));
        fire("B");
        await().atMost(Duration.ofSeconds(10)).until(() -> quick.contains("both +A +B"));
        assertThat(asked).hasValue(1);
        answer.countDown();
        await().atMost(Duration.ofSeconds(10)).until(() -> slow.contains("both +A +B"));
        assertThat(slow).containsExactly("both +A", "both +A +B");
        assertThat(quick).containsExactly("both +A", "both +A +B");
    }
}
