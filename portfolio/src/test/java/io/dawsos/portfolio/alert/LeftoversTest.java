package io.dawsos.portfolio.alert;

import static io.dawsos.portfolio.alert.World.MORNING;
import static io.dawsos.portfolio.alert.World.number;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import io.dawsos.portfolio.alert.Condition.ValueBelow;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class LeftoversTest {

    private static final Duration BOUND = Duration.ofSeconds(20);
    private static final Duration KEEP = Duration.ofDays(30);
    private static final Channel INBOX = new Channel(Method.IN_APP, "");

    /** Blocked at once: dead after one attempt. */
    private static final Channel NOWHERE = new Channel(Method.WEBHOOK, "https://169.254.169.254/");

    /** No mail server is set: it waits. */
    private static final Channel MAIL = new Channel(Method.EMAIL, "ann@example.com");

    private static final Backoff ENDLESS = new Backoff(Duration.ofDays(1), Duration.ofDays(1), 1000, () -> 0);

    private World world;
    private Leftovers leftovers;
    private UUID portfolio;

    @BeforeEach
    void begin() throws Exception {
        world = World.create();
        world.securities("USD", "A");
        world.clock.set(MORNING.minus(Duration.ofDays(2)));
        portfolio = world.portfolio("ann", Map.of("A", "10"));
        world.clock.set(MORNING);
        world.pack(World.YESTERDAY, Map.of("A", "100"));
        leftovers = new Leftovers(world.database);
    }

    @AfterEach
    void end() throws Exception {
        world.close();
    }

    @Test
    void delivered_deadAndWaiting_onlyWhatEndedLongAgoIsDeleted() {
        world.alert(portfolio, new ValueBelow(number("950")), Duration.ZERO, INBOX, NOWHERE, MAIL);
        world.courier(CourierSettings.USUAL, ENDLESS, null);
        quote("90");
        awaitCount("alert_deliveries WHERE state = 'delivered'", 1);
        awaitCount("alert_deliveries WHERE state = 'dead'", 1);
        assertThat(count("notifications")).isEqualTo(1);

        assertThat(leftovers.delete(MORNING)).isEqualTo(new Leftovers.Deleted(0, 0));
        assertThat(leftovers.delete(MORNING.plusSeconds(1))).isEqualTo(new Leftovers.Deleted(2, 0));

        assertThat(count("alert_deliveries")).isEqualTo(1);
        assertThat(count("alert_deliveries WHERE state = 'pending'")).isEqualTo(1);
        assertThat(count("notifications")).isZero();
        assertThat(count("alert_events")).isEqualTo(1);
    }

    @Test
    void conditionStillTrue_itsEventStays_soThatItIsNotToldAgain() {
        Alert alert = world.alert(portfolio, new ValueBelow(number("950")), Duration.ZERO, INBOX);
        world.courier();
        quote("90");
        awaitCount("alert_deliveries WHERE state = 'delivered'", 1);

        world.clock.move(KEEP.multipliedBy(2));
        assertThat(leftovers.delete(world.clock.instant())).isEqualTo(new Leftovers.Deleted(1, 0));
        quote("89");

        assertThat(world.causes(alert)).hasSize(1);
        assertThat(count("alert_deliveries")).isZero();
    }

    @Test
    void conditionTrueAnew_theEventOfBeforeIsDeleted() {
        Alert alert = world.alert(portfolio, new ValueBelow(number("950")), Duration.ZERO, INBOX);
        world.courier();
        quote("90");
        world.clock.move(Duration.ofHours(1));
        quote("100");
        world.clock.move(Duration.ofHours(1));
        quote("90");
        awaitCount("alert_deliveries WHERE state = 'delivered'", 2);

        assertThat(leftovers.delete(MORNING.plus(KEEP))).isEqualTo(new Leftovers.Deleted(2, 1));

        assertThat(world.causes(alert)).containsExactly("since/" + MORNING.plus(Duration.ofHours(2)));
    }

    @Test
    void deletedAlert_itsCancelledDeliveryAndItsEventAreDeleted() {
        Alert alert = world.alert(portfolio, new ValueBelow(number("950")), Duration.ZERO, MAIL);
        quote("90");
        world.alerts.delete(World.ADMIN, alert.id());
        assertThat(count("alert_deliveries WHERE state = 'cancelled'")).isEqualTo(1);

        assertThat(leftovers.delete(MORNING.plusSeconds(1))).isEqualTo(new Leftovers.Deleted(1, 1));
    }

    @Test
    void moreThanABatch_allOfThemAreDeleted() {
        world.alert(portfolio, new ValueBelow(number("950")), Duration.ZERO, INBOX);
        quote("90");
        world.database
                .sql("INSERT INTO alert_deliveries (delivery_id, event_id, method, target, lane, state, next_at,"
                        + " delivered_at) SELECT gen_random_uuid(), event_id, 'webhook', '', '', 'delivered', true_at,"
                        + " true_at FROM alert_events, generate_series(1, 2500)")
                .update();

        assertThat(leftovers.delete(MORNING.plusSeconds(1)).deliveries()).isEqualTo(2500);
        assertThat(count("alert_deliveries")).isEqualTo(1);
    }

    @Test
    void job_inTheDatabase_deletesWhenTheTimeHasPassed() {
        world.alert(portfolio, new ValueBelow(number("950")), Duration.ZERO, INBOX);
        world.courier();
        quote("90");
        awaitCount("alert_deliveries WHERE state = 'delivered'", 1);
        Scheduler jobs = Scheduler.create(world.pool)
                .startTasks(new Housekeeping(leftovers, KEEP, world.clock, world.telemetry).task())
                .clock(world.clock::instant)
                .pollingInterval(Duration.ofMillis(100))
                .build();
        jobs.start();
        try {
            awaitRun(world.clock.instant());
            world.clock.set(MORNING.plus(KEEP));
            awaitRun(world.clock.instant());
            assertThat(count("alert_deliveries")).isEqualTo(1);
            world.clock.move(Duration.ofHours(2));
            awaitCount("alert_deliveries", 0);
            assertThat(count("notifications")).isZero();
        } finally {
            jobs.stop();
        }
    }

    private void quote(String price) {
        world.evaluator(() -> {}).onQuotes(Map.of("A", number(price)), world.clock.instant());
    }

    private void awaitRun(Instant from) {
        await().atMost(BOUND).until(() -> count("scheduled_tasks WHERE last_success >= '%s'".formatted(from)) == 1);
    }

    private void awaitCount(String rows, long wanted) {
        await(rows).atMost(BOUND).until(() -> count(rows) == wanted);
    }

    private long count(String rows) {
        return world.database
                .sql("SELECT count(*) FROM " + rows)
                .query(Long.class)
                .single();
    }
}
