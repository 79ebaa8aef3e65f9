package io.dawsos.portfolio.alert;

import static io.dawsos.portfolio.alert.World.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.ServiceProcess;
import io.dawsos.portfolio.alert.Condition.ValueBelow;
import io.dawsos.telemetry.testing.LongForm;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of the service in the middle of delivering: a hundred times in the long form, or {@code -Ddawsos.kills} times. */
final class KillTest {

    private static final int KILLS = LongForm.number("dawsos.kills", 3, 100);
    private static final int ALERTS_A_ROUND = 40;
    private static final Duration BOUND = Duration.ofMinutes(2);

    @Test
    void service_killedWhileItDelivers_losesNoneAndRepeatsOnlyUnderTheSameKey(@TempDir Path data) throws Exception {
        Random random = new Random(24);
        try (World world = World.create();
                Receiver slow = Receiver.slow(100);
                // Not one that fails every other request: a delivery that fails six times running waits for minutes.
                Receiver refusing = Receiver.refusingEachOnce()) {
            world.securities("USD", "A");
            world.clock.set(Instant.now().minus(Duration.ofDays(3)));
            world.pack(java.time.LocalDate.now(java.time.ZoneOffset.UTC).minusDays(1), Map.of("A", "100"));
            for (int kill = 1; kill <= KILLS; kill++) {
                try (ServiceProcess service = start(world, data)) {
                    int before = slow.got().size() + refusing.got().size();
                    fire(world, slow, refusing);
                    int enough = before + 1 + random.nextInt(ALERTS_A_ROUND / 2);
                    await().atMost(BOUND)
                            .pollInterval(Duration.ofMillis(5))
                            .until(() -> slow.got().size() + refusing.got().size() >= enough);
                    assertThat(service.kill()).isEqualTo(128 + 9);
                }
            }
            long pending = count(world, "pending");
            try (ServiceProcess _ = start(world, data)) {
                await().atMost(BOUND.plusSeconds(2L * KILLS)).untilAsserted(() -> assertThat(count(world, "delivered"))
                        .isEqualTo((long) KILLS * ALERTS_A_ROUND));
            }
            Map<String, Long> taken = new HashMap<>(slow.takenByKey());
            taken.putAll(refusing.takenByKey());
            Set<String> wanted = world.deliveries().stream()
                    .map(delivery -> delivery.id().toString())
                    .collect(Collectors.toSet());
            long repeats = taken.values().stream().filter(times -> times > 1).count();
            System.out.printf(
                    "FIGURE %d kills while delivering: %d alerts, %d undelivered at the last kill, %d missing at the end,"
                            + " %d came more than once under the same key%n",
                    KILLS, wanted.size(), pending, wanted.size() - taken.size(), repeats);
            assertThat(taken.keySet()).isEqualTo(wanted);
            assertThat(List.of(slow, refusing)).allSatisfy(receiver -> assertThat(receiver.got())
                    .allMatch(got -> got.isSigned(world.key.keyOf("ann"))));
        }
    }

    private static ServiceProcess start(World world, Path data) {
        return ServiceProcess.launch(
                        data, world.address, Map.of("DAWSOS_DEMO", "false", "DAWSOS_WEBHOOK_KEY", World.WEBHOOK_KEY))
                .awaitReady();
    }

    private static void fire(World world, Receiver... receivers) {
        world.clock.set(Instant.now());
        UUID portfolio = world.portfolio("ann", Map.of("A", "10"));
        for (int i = 0; i < ALERTS_A_ROUND; i++) {
            world.alert(
                    portfolio, new ValueBelow(number("950")), Duration.ZERO, receivers[i % receivers.length].channel());
        }
        world.evaluator.onQuotes(Map.of("A", number("90")), Instant.now());
    }

    private static long count(World world, String state) {
        return world.database
                .sql("SELECT count(*) FROM alert_deliveries WHERE state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }
}
