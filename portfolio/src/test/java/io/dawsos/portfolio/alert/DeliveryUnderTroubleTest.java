package io.dawsos.portfolio.alert;

import static io.dawsos.portfolio.alert.World.MORNING;
import static io.dawsos.portfolio.alert.World.TODAY;
import static io.dawsos.portfolio.alert.World.YESTERDAY;
import static io.dawsos.portfolio.alert.World.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.alert.Condition.FallsSincePack;
import io.dawsos.portfolio.pricing.PricingPack;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A fall of over 5 % in 200 portfolios, told to receivers some of which are in trouble. */
final class DeliveryUnderTroubleTest {

    private static final int ALERTS = 200;
    private static final Duration BOUND = Duration.ofMinutes(2);

    @Test
    void alerts_toReceiversSomeOfThemInTrouble_allArriveSignedWithAShortMedian() throws Exception {
        try (World world = World.create();
                Receiver healthy = Receiver.healthy();
                Receiver other = Receiver.healthy();
                Receiver slow = Receiver.slow(2000);
                Receiver flapping = Receiver.flapping();
                // Fails for the first fifty requests, then has recovered.
                Receiver failing = Receiver.of(number -> Receiver.Answer.of(number <= 50 ? 500 : 200))) {
            List<Receiver> receivers = List.of(healthy, other, slow, flapping, failing);
            PricingPack fresh = fallen(world, receivers);
            Clock real = Clock.systemUTC();
            AlertsAtRealTime replica = new AlertsAtRealTime(world, real);
            Backoff usual = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(10), 16, Math::random);
            Courier courier = replica.courier(usual);
            try {
                replica.evaluator(courier).onPackFresh(fresh);
                await().atMost(BOUND).until(() -> count(world, "delivered") == ALERTS);
            } finally {
                courier.stop();
            }
            List<Double> seconds = seconds(world);
            System.out.printf(
                    "FIGURE delivery of %d alerts, condition true to received: median %.2f s, p95 %.2f s, slowest %.2f s%n",
                    seconds.size(), at(seconds, 0.5), at(seconds, 0.95), seconds.getLast());
            for (Receiver receiver : receivers) {
                assertThat(receiver.takenByKey()).hasSize(ALERTS / receivers.size());
                assertThat(receiver.got()).allMatch(got -> got.isSigned(world.key.keyOf("ann")));
            }
            assertThat(at(seconds, 0.5)).isLessThanOrEqualTo(60); // the objective
        }
    }

    @Test
    void replicas_deliveringTogether_tellEachOnceAndTwiceOnlyUnderTheSameKey() throws Exception {
        try (World world = World.create();
                World second = world.replica();
                Receiver healthy = Receiver.healthy();
                Receiver flapping = Receiver.flapping()) {
            PricingPack fresh = fallen(world, List.of(healthy, flapping));
            AlertsAtRealTime first = new AlertsAtRealTime(world, Clock.systemUTC());
            AlertsAtRealTime other = new AlertsAtRealTime(second, Clock.systemUTC());
            Backoff quick = new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1), 100, Math::random);
            Courier one = first.courier(quick);
            Courier two = other.courier(quick);
            try {
                first.evaluator(one).onPackFresh(fresh);
                other.evaluator(two).onPackFresh(fresh);
                await().atMost(BOUND).until(() -> count(world, "delivered") == ALERTS);
            } finally {
                one.stop();
                two.stop();
            }
            Map<String, Long> taken = new HashMap<>(healthy.takenByKey());
            taken.putAll(flapping.takenByKey());
            assertThat(taken).hasSize(ALERTS);
            assertThat(taken.values()).containsOnly(1L); // nobody died: so not even a repeat
            Set<String> keys = new HashSet<>();
            world.deliveries().forEach(delivery -> keys.add(delivery.id().toString()));
            assertThat(taken.keySet()).isEqualTo(keys);
        }
    }

    /** Portfolios with an alert each, spread over the receivers, and the pack with which they fall by 6 %. */
    private static PricingPack fallen(World world, List<Receiver> receivers) {
        world.securities("USD", "A");
        world.clock.set(MORNING.minus(Duration.ofDays(2)));
        for (int i = 0; i < ALERTS; i++) {
            UUID portfolio = world.portfolio("ann", Map.of("A", "10"));
            world.alert(
                    portfolio,
                    new FallsSincePack(number("5")),
                    Duration.ofHours(1),
                    receivers.get(i % receivers.size()).channel());
        }
        world.pack(YESTERDAY, Map.of("A", "100"));
        return world.pack(TODAY, Map.of("A", "94"));
    }

    /** The same parts on the clock of the machine: these tests measure. */
    private record AlertsAtRealTime(World world, Clock clock) {

        Courier courier(Backoff backoff) {
            CourierSettings usual = CourierSettings.USUAL;
            WebhookSender webhooks = new WebhookSender(
                    new ReceiverAddresses(true, false),
                    usual.attempt(),
                    usual.mostPerReceiver(),
                    usual.most(),
                    world.key,
                    clock,
                    world.telemetry.openTelemetry());
            Courier courier =
                    new Courier(world.outbox, Map.of(Method.WEBHOOK, webhooks), backoff, usual, clock, world.telemetry);
            courier.start();
            return courier;
        }

        AlertEvaluator evaluator(Courier courier) {
            Firing firing =
                    new Firing(world.database, world.transactions, world.json, world.outbox, world.telemetry.metrics());
            return new AlertEvaluator(world.database, world.packs, firing, courier::wake, clock, world.telemetry);
        }
    }

    private static long count(World world, String state) {
        return world.database
                .sql("SELECT count(*) FROM alert_deliveries WHERE state = ?")
                .param(state)
                .query(Long.class)
                .single();
    }

    private static List<Double> seconds(World world) {
        return new ArrayList<>(world.database
                .sql("SELECT extract(epoch FROM d.delivered_at - e.true_at)::float8 FROM alert_deliveries d"
                        + " JOIN alert_events e USING (event_id) WHERE d.state = 'delivered' ORDER BY 1")
                .query(Double.class)
                .list());
    }

    private static double at(List<Double> sorted, double part) {
        return sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
