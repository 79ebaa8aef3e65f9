package io.dawsos.portfolio.alert;

import static io.dawsos.portfolio.alert.World.MORNING;
import static io.dawsos.portfolio.alert.World.TODAY;
import static io.dawsos.portfolio.alert.World.YESTERDAY;
import static io.dawsos.portfolio.alert.World.number;
import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.portfolio.alert.Condition.FallsSincePack;
import io.dawsos.portfolio.alert.Condition.FallsWithin;
import io.dawsos.portfolio.alert.Condition.ValueBelow;
import io.dawsos.portfolio.alert.Condition.WeightAbove;
import io.dawsos.portfolio.pricing.PricingPack;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class AlertEvaluatorTest {

    private static final Condition FALL = new FallsSincePack(number("5"));

    private World world;
    private UUID portfolio;

    @BeforeEach
    void begin() throws Exception {
        world = World.create();
        world.securities("USD", "A", "B");
        world.clock.set(MORNING.minus(Duration.ofDays(2)));
        portfolio = world.portfolio("ann", Map.of("A", "10"));
        world.clock.set(MORNING);
    }

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @Test
    void pack_fellByExactlyTheLimit_firesNothing() {
        Alert alert = world.alert(portfolio, FALL);
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        world.evaluator.onPackFresh(world.pack(TODAY, Map.of("A", "95", "B", "1")));
        assertThat(world.causes(alert)).isEmpty();
    }

    @Test
    void pack_fellByMore_firesOnceHoweverOftenItIsEvaluated() {
        Alert alert = world.alert(portfolio, FALL);
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        PricingPack fresh = world.pack(TODAY, Map.of("A", "94.99", "B", "1"));
        world.evaluator.onPackFresh(fresh);
        world.clock.move(Duration.ofHours(3));
        world.evaluator.onPackFresh(fresh);
        assertThat(world.causes(alert)).containsExactly("fall/PP_2026-11-23");
        assertThat(world.deliveries()).hasSize(1);
    }

    @Test
    void pack_supersededByAnotherOfItsDay_firesOnce() {
        Alert alert = world.alert(portfolio, FALL);
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        world.evaluator.onPackFresh(world.pack(TODAY, Map.of("A", "90", "B", "1")));
        world.clock.move(Duration.ofHours(3));
        world.evaluator.onPackFresh(world.pack(TODAY, Map.of("A", "89", "B", "1")));
        assertThat(world.causes(alert)).hasSize(1);
    }

    @Test
    void pack_ofADayFilledInLater_firesNothing() {
        Alert alert = world.alert(portfolio, new ValueBelow(number("950")));
        PricingPack old = world.pack(YESTERDAY, Map.of("A", "90", "B", "1"));
        world.pack(TODAY, Map.of("A", "100", "B", "1"));
        world.evaluator.onPackFresh(old);
        assertThat(world.causes(alert)).isEmpty();
    }

    @Test
    void sale_betweenPacks_isNoFall() {
        Alert alert = world.alert(portfolio, FALL);
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        world.trade(portfolio, "sell", "A", "8");
        world.evaluator.onPackFresh(world.pack(TODAY, Map.of("A", "100", "B", "1")));
        assertThat(world.causes(alert)).isEmpty();
    }

    @Test
    void quotes_fallFromTheNewestPack_fireAtOnceAndNotAgainWithTheNightsPack() {
        Alert alert = world.alert(portfolio, FALL);
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        quote("A", "94", MORNING);
        quote("A", "93", MORNING.plusSeconds(60));
        assertThat(world.causes(alert)).containsExactly("fall/PP_2026-11-23");
        world.clock.move(Duration.ofHours(15));
        world.evaluator.onPackFresh(world.pack(TODAY, Map.of("A", "93", "B", "1")));
        assertThat(world.causes(alert)).containsExactly("fall/PP_2026-11-23");
    }

    @Test
    void quotes_notNewerThanTheLast_arePassedOver() {
        Alert alert = world.alert(portfolio, FALL);
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        quote("A", "99", MORNING.plusSeconds(60));
        quote("A", "50", MORNING);
        quote("A", "50", MORNING.plusSeconds(60));
        assertThat(world.causes(alert)).isEmpty();
    }

    @Test
    void quotes_withoutASecurityOfBefore_keepItsLastQuote() {
        Alert alert = world.alert(portfolio, new ValueBelow(number("950")));
        world.trade(portfolio, "buy", "B", "1");
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        quote("A", "90", MORNING);
        quote("B", "2", MORNING.plusSeconds(60));
        assertThat(world.causes(alert)).hasSize(1);
    }

    @Test
    void quotes_ofOtherSecurities_valueNothing() {
        Alert alert = world.alert(portfolio, new ValueBelow(number("2000")));
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        quote("B", "2", MORNING);
        assertThat(world.causes(alert)).isEmpty();
    }

    @Test
    void quotes_fallWithinTheWindow_fireAndOlderPeaksDoNotCount() {
        Alert hour = world.alert(portfolio, new FallsWithin(number("5"), Duration.ofHours(1)));
        Alert day = world.alert(portfolio, new FallsWithin(number("5"), Duration.ofHours(5)));
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        quote("A", "100", MORNING);
        quote("A", "97", MORNING.plus(Duration.ofMinutes(50)));
        quote("A", "94", MORNING.plus(Duration.ofMinutes(61)));
        assertThat(world.causes(hour)).isEmpty();
        assertThat(world.causes(day)).containsExactly("fall/2026-11-24T09:00:00Z");
    }

    @Test
    void trade_withinTheWindow_beginsItAnew() {
        Alert alert = world.alert(portfolio, new FallsWithin(number("5"), Duration.ofHours(1)));
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        quote("A", "100", MORNING);
        world.trade(portfolio, "sell", "A", "5");
        quote("A", "99", MORNING.plusSeconds(60));
        assertThat(world.causes(alert)).isEmpty();
        quote("A", "90", MORNING.plusSeconds(120));
        assertThat(world.causes(alert)).containsExactly("fall/2026-11-24T09:01:00Z");
    }

    @Test
    void lastingCondition_whileItStaysTrue_firesOnceAndAgainAfterItWasFalse() {
        Alert alert = world.alert(portfolio, new ValueBelow(number("950")));
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        quote("A", "94", MORNING);
        quote("A", "93", MORNING.plusSeconds(60));
        quote("A", "96", MORNING.plusSeconds(120));
        quote("A", "92", MORNING.plusSeconds(180));
        assertThat(world.causes(alert)).containsExactly("since/2026-11-24T09:00:00Z", "since/2026-11-24T09:03:00Z");
    }

    @Test
    void cooldown_holdsBackUntilItIsOver_thenTellsWhatIsStillTrue() {
        Alert alert = world.alert(
                portfolio, new ValueBelow(number("950")), Duration.ofMinutes(10), new Channel(Method.IN_APP, ""));
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        quote("A", "94", MORNING);
        quote("A", "96", MORNING.plusSeconds(60));
        quote("A", "94", MORNING.plusSeconds(120));
        quote("A", "94", MORNING.plusSeconds(599));
        assertThat(world.causes(alert)).hasSize(1);
        quote("A", "94", MORNING.plusSeconds(600));
        assertThat(world.causes(alert)).hasSize(2).last().isEqualTo("since/2026-11-24T09:02:00Z");
    }

    @Test
    void weight_ofAPositionTooHigh_firesWithItsName() {
        world.trade(portfolio, "buy", "B", "10");
        Alert alert = world.alert(portfolio, new WeightAbove(number("80"), null));
        world.pack(YESTERDAY, Map.of("A", "100", "B", "100"));
        world.evaluator.onPackFresh(world.pack(TODAY, Map.of("A", "10", "B", "90")));
        String message = world.database
                .sql("SELECT message FROM alert_events WHERE alert_id = ?")
                .param(alert.id())
                .query(String.class)
                .single();
        AlertMessage told = world.json.readValue(message, AlertMessage.class);
        assertThat(told.observed().symbol()).isEqualTo("B");
        assertThat(told.observed().weightPercent()).isEqualByComparingTo("90");
        assertThat(told.traceId()).matches("[0-9a-f]{32}");
        assertThat(told.pricingPackId()).isEqualTo("PP_2026-11-24");
        assertThat(told.trueAt()).isEqualTo(MORNING);
    }

    @Test
    void portfolio_thatCannotBeValued_costsTheOthersNothing() {
        UUID other = world.portfolio("bob", Map.of("B", "1"));
        world.alert(other, FALL);
        Alert alert = world.alert(portfolio, FALL);
        world.pack(YESTERDAY, Map.of("A", "100"));
        world.evaluator.onPackFresh(world.pack(TODAY, Map.of("A", "90")));
        assertThat(world.causes(alert)).hasSize(1);
    }

    @Test
    void alert_deleted_isNotEvaluatedAndItsDeliveriesAreCancelled() {
        Alert alert = world.alert(portfolio, new ValueBelow(number("950")));
        world.pack(YESTERDAY, Map.of("A", "90", "B", "1"));
        quote("A", "94", MORNING);
        world.alerts.delete(World.ADMIN, alert.id());
        quote("A", "100", MORNING.plusSeconds(60));
        quote("A", "94", MORNING.plusSeconds(120));
        assertThat(world.causes(alert)).hasSize(1);
        assertThat(world.deliveries()).extracting(DeliveryStatus::state).containsExactly("cancelled");
    }

    @Test
    void replicas_evaluatingTheSameAtOnce_fireOnce() throws Exception {
        List<UUID> portfolios = java.util.stream.IntStream.range(0, 40)
                .mapToObj(i -> world.portfolio("user-" + i, Map.of("A", "10")))
                .toList();
        List<Alert> falls = portfolios.stream().map(id -> world.alert(id, FALL)).toList();
        List<Alert> lasting = portfolios.stream()
                .map(id -> world.alert(id, new ValueBelow(number("950"))))
                .toList();
        world.pack(YESTERDAY, Map.of("A", "100", "B", "1"));
        PricingPack fresh = world.pack(TODAY, Map.of("A", "90", "B", "1"));
        try (World second = world.replica();
                var both = Executors.newFixedThreadPool(4)) {
            CyclicBarrier together = new CyclicBarrier(4);
            List<World> four = List.of(world, second, world, second);
            for (World each : four) {
                var _ = both.submit(() -> {
                    together.await(10, TimeUnit.SECONDS);
                    each.evaluator.onPackFresh(fresh);
                    return null;
                });
            }
            both.shutdown();
            assertThat(both.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(falls).allSatisfy(alert -> assertThat(world.causes(alert)).hasSize(1));
        assertThat(lasting).allSatisfy(alert -> assertThat(world.causes(alert)).hasSize(1));
        assertThat(world.deliveries()).hasSize(80);
    }

    private void quote(String symbol, String price, Instant at) {
        world.clock.set(at);
        world.evaluator.onQuotes(Map.of(symbol, new BigDecimal(price)), at);
    }
}
