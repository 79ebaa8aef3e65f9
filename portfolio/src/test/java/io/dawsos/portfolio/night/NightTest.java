package io.dawsos.portfolio.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Client;
import io.dawsos.telemetry.testing.LongForm;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A night of two replicas, people trading all through it, and a {@code kill -9} of the replica that is at a step, at each
 * step in turn; two of the steps in the plain run. What is left has to be as if nobody had been killed.
 */
class NightTest {

    private static final List<Step> KILLED_AT =
            LongForm.isAsked() ? List.of(Step.values()) : List.of(Step.FRESH, Step.DELIVERY);
    private static final int ALERTS = 24;
    private static final Duration BOUND = Duration.ofMinutes(2);
    private static final String DEMO_PORTFOLIO = "00000000-0000-4000-8000-000000000001";

    @Test
    void night_aReplicaKilledAtEachStep_leavesOnePackNoDoubleTradeAndEveryAlertUnderOneKey(@TempDir Path data)
            throws Exception {
        try (Stage stage = new Stage(data);
                Trader ann = new Trader("ann", number -> stage.replicas.as(number, "ann"));
                Trader ben = new Trader("ben", number -> stage.replicas.as(number, "ben"))) {
            Client demo = stage.replicas.as(0, "demo");
            for (int i = 0; i < ALERTS; i++) {
                assertThat(alert(demo, stage.inbox.url(), i)).isEqualTo(201);
            }
            String key = demo.get("/v1/alert-webhook-key").json().path("key").asString();
            KILLED_AT.forEach(stage::hold);
            stage.letNightBegin();

            for (Step step : KILLED_AT) {
                awaiting(stage, step.name(), () -> stage.replicas.areReady() && stage.isReached(step));
                stage.replicas.kill(stage.at(step));
                stage.letGo(step);
            }
            awaiting(stage, "delivered", () -> stage.count("alert_deliveries WHERE state = 'delivered'") == ALERTS);
            awaiting(stage, "ended", () -> stage.count("pack_builds WHERE ended_at IS NULL") == 0);
            stage.replicas.awaitReady();
            ann.finish();
            ben.finish();

            onePack(stage);
            everyAlertUnderOneKey(stage, key);
            noDoubleTrade(stage, ann);
            noDoubleTrade(stage, ben);
            tell(stage, ann, ben);
        }
    }

    private static void awaiting(Stage stage, String what, Callable<Boolean> condition) {
        try {
            await(what).atMost(BOUND).until(condition);
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(what + " was not reached\n" + stage.story(), e);
        }
    }

    private static int alert(Client demo, String url, int number) {
        return demo.post("/v1/alerts", """
                        {"portfolio_id": "%s", "name": "watch %d", "condition": {"type": "value_above", "amount": 1},
                         "channels": [{"method": "webhook", "url": "%s"}], "cooldown": "PT0S"}
                        """.formatted(DEMO_PORTFOLIO, number, url))
                .status();
    }

    private static void onePack(Stage stage) {
        assertThat(stage.sql
                        .sql("SELECT state FROM pack_builds WHERE pack_date = ?")
                        .param(Stage.DAY)
                        .query(String.class)
                        .list())
                .containsExactly("fresh");
        assertThat(stage.sql
                        .sql("SELECT status || coalesce(' superseded by ' || superseded_by, '') FROM pricing_packs"
                                + " WHERE pack_date = ?")
                        .param(Stage.DAY)
                        .query(String.class)
                        .list())
                .containsExactly("fresh");
        assertThat(stage.count("pack_builds WHERE error IS NOT NULL OR fresh_at - began_at > interval '15 minutes'"))
                .isZero();
        assertThat(stage.sql
                        .sql("SELECT DISTINCT outcome FROM reconciliations")
                        .query(String.class)
                        .list())
                .containsExactly("agreed");
        String latest =
                stage.replicas.as(0, "demo").get("/v1/pricing-packs/latest").body();
        assertThat(latest).contains("PP_" + Stage.DAY);
        assertThat(stage.replicas.as(1, "demo").get("/v1/pricing-packs/latest").body())
                .isEqualTo(latest);
    }

    private static void everyAlertUnderOneKey(Stage stage, String key) {
        assertThat(stage.count("alert_events")).isEqualTo(ALERTS);
        assertThat(stage.count("(SELECT DISTINCT alert_id FROM alert_events) told"))
                .isEqualTo(ALERTS);
        Map<String, List<Inbox.Message>> told = stage.inbox.byKey();
        assertThat(told.keySet())
                .containsExactlyInAnyOrderElementsOf(stage.sql
                        .sql("SELECT delivery_id::text FROM alert_deliveries")
                        .query(String.class)
                        .list());
        assertThat(told.values()).allSatisfy(repeats -> {
            assertThat(repeats).allMatch(message -> message.isSignedWith(key));
            assertThat(repeats)
                    .extracting(Inbox.Message::body)
                    .containsOnly(repeats.getFirst().body());
        });
        assertThat(told.values())
                .as("those whose sender was killed are told again")
                .anyMatch(each -> each.size() > 1);
    }

    /** Every trade that was answered is there once; one whose answer was lost would be there once or not at all. */
    private static void noDoubleTrade(Stage stage, Trader trader) {
        assertThat(trader.faults()).isEmpty();
        Map<String, String> stored = new TreeMap<>();
        stage.sql
                .sql("SELECT idempotency_key, trade_id::text FROM trades WHERE portfolio_id = ?::uuid")
                .param(trader.portfolio())
                .query(row -> {
                    assertThat(stored.put(row.getString(1), row.getString(2))).isNull();
                });
        assertThat(stored).isEqualTo(trader.acknowledged());
        assertThat(stage.sql
                        .sql("SELECT sum(remaining)::bigint FROM lots WHERE portfolio_id = ?::uuid")
                        .param(trader.portfolio())
                        .query(Long.class)
                        .single())
                .isEqualTo(stored.size());
    }

    private static void tell(Stage stage, Trader ann, Trader ben) {
        int runs = stage.sql
                .sql("SELECT run FROM pack_builds")
                .query(Integer.class)
                .single();
        Duration fresh = Duration.ofMillis(stage.sql
                .sql("SELECT (extract(epoch FROM fresh_at - ?::timestamptz) * 1000)::bigint FROM pack_builds")
                .param(Stage.MIDNIGHT.toString())
                .query(Long.class)
                .single());
        long repeats = stage.inbox.byKey().values().stream()
                .filter(each -> each.size() > 1)
                .count();
        System.out.printf(
                "FIGURE a night with %d kills: the build was taken up %d times and fresh %s after midnight; %d alerts"
                        + " delivered, %d of them more than once under the same key; %d trades booked, asked for again"
                        + " %d times%n",
                KILLED_AT.size(),
                runs,
                fresh,
                ALERTS,
                repeats,
                ann.acknowledged().size() + ben.acknowledged().size(),
                ann.unanswered() + ben.unanswered());
    }
}
