package io.dawsos.telemetry.health;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.dawsos.telemetry.metrics.Metrics;
import io.dawsos.telemetry.metrics.MetricsPage;
import io.dawsos.telemetry.redact.Redactor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(30)
class HealthTest {

    private static final Instant START = Instant.parse("2026-11-24T00:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(10);

    private final AtomicLong passed = new AtomicLong();
    private final InstantSource time = () -> START.plusNanos(passed.get());
    private final Metrics metrics = Metrics.create(true);
    private final Health health = new Health(metrics, new Redactor(), time.withZone(ZoneOffset.UTC), passed::get);
    private final Dependent database = new Dependent();
    private final Dependent cache = new Dependent();

    @Test
    void report_nothingDeclared_isUp() {
        assertThat(health.report().httpStatus()).isEqualTo(200);
        assertThat(health.report().toJson()).isEqualTo("{\"status\":\"UP\",\"dependencies\":{}}");
    }

    @Test
    void report_all_up_saysSinceWhenAndHowFast() {
        health.need("database", LONG, () -> pass(Duration.ofMillis(12)));
        JsonNode json = new JsonMapper().readTree(health.report().toJson());
        assertThat(json.toString())
                .isEqualTo("{\"status\":\"UP\",\"dependencies\":{\"database\":{\"state\":\"UP\",\"needed\":true,"
                        + "\"latency_ms\":12.0,\"last_error\":null,\"last_error_at\":null,"
                        + "\"since\":\"2026-11-24T00:00:00.012Z\"}}}");
    }

    @Test
    void report_neededDown_is503WithTheRedactedReason() {
        health.need("database", LONG, database);
        database.fails("no route to postgres://u:SECRETSECRET@db/x");
        HealthReport report = health.report();
        assertThat(report.state()).isEqualTo(HealthState.DOWN);
        assertThat(report.httpStatus()).isEqualTo(503);
        assertThat(health.ready().httpStatus()).isEqualTo(503);
        assertThat(only(report).lastError())
                .startsWith("IllegalStateException: no route to postgres://")
                .doesNotContain("SECRETSECRET");
    }

    @Test
    void report_wantedDown_isDegradedAndStill200() {
        health.need("database", LONG, database);
        health.want("cache", LONG, cache);
        cache.fails("refused");
        assertThat(health.report().state()).isEqualTo(HealthState.DEGRADED);
        assertThat(health.report().httpStatus()).isEqualTo(200);
        database.fails("gone");
        pass(Duration.ofSeconds(1));
        assertThat(health.report().state()).isEqualTo(HealthState.DOWN);
    }

    @Test
    void dependency_recovers_keepsItsLastErrorAndTellsSinceWhenItIsUp() {
        health.need("database", LONG, database);
        assertThat(only(health.report()).since()).isEqualTo(START);
        pass(Duration.ofSeconds(10));
        database.fails("gone");
        assertThat(only(health.report()).since()).isEqualTo(START.plusSeconds(10));
        pass(Duration.ofSeconds(10));
        assertThat(only(health.report()).since()).isEqualTo(START.plusSeconds(10));
        database.works();
        pass(Duration.ofSeconds(10));
        DependencyHealth again = only(health.report());
        assertThat(again.state()).isEqualTo(HealthState.UP);
        assertThat(again.since()).isEqualTo(START.plusSeconds(30));
        assertThat(again.lastError()).isEqualTo("IllegalStateException: gone");
        assertThat(again.lastErrorAt()).isEqualTo(START.plusSeconds(20));
    }

    @Test
    void report_withinASecond_asksNobodyAgain() {
        health.need("database", LONG, database);
        health.report();
        pass(Duration.ofMillis(999));
        health.ready();
        assertThat(database.asked).hasValue(1);
        pass(Duration.ofMillis(1));
        health.report();
        assertThat(database.asked).hasValue(2);
    }

    @Test
    void check_hangs_isDownAfterItsLimitAndIsNotStartedTwice() {
        CountDownLatch hang = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        health.need("database", Duration.ofMillis(50), () -> {
            asked.incrementAndGet();
            awaitDeafToInterrupts(hang);
        });
        assertThat(only(health.report()).lastError()).isEqualTo("no answer within 50 ms");
        for (int i = 0; i < 3; i++) {
            pass(Duration.ofSeconds(2));
            assertThat(only(health.report()).lastError()).isEqualTo("no answer yet to the check before: it still runs");
        }
        assertThat(asked).hasValue(1);

        hang.countDown();
        await().atMost(LONG).until(() -> {
            pass(Duration.ofSeconds(2));
            return health.report().state() == HealthState.UP;
        });
        assertThat(asked.get()).as("started again").isGreaterThan(1);
    }

    @Test
    void check_hangs_isInterruptedAfterItsLimit() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        health.need("database", Duration.ofMillis(50), () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });
        assertThat(health.report().state()).isEqualTo(HealthState.DOWN);
        interrupted.await();
    }

    @Test
    void checks_several_runSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);
        health.need("database", LONG, both::await);
        health.want("cache", LONG, both::await);
        assertThat(health.report().state()).isEqualTo(HealthState.UP);
    }

    @Test
    void callers_atOnce_shareOneRun() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        health.need("database", LONG, () -> {
            database.run();
            started.countDown();
            answer.await();
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HealthReport>> reports = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                reports.add(threads.submit(health::report));
            }
            started.await();
            answer.countDown();
            for (Future<HealthReport> report : reports) {
                assertThat(report.get().state()).isEqualTo(HealthState.UP);
            }
        }
        assertThat(database.asked).hasValue(1);
    }

    @Test
    void ready_beforeStartAndWhileStopping_is503() {
        health.need("database", LONG, database);
        assertThat(health.ready().httpStatus()).isEqualTo(200);
        health.starting();
        assertThat(health.ready().httpStatus()).isEqualTo(503);
        assertThat(health.ready().toJson())
                .startsWith("{\"status\":\"DOWN\",\"phase\":\"STARTING\",\"dependencies\":{");
        assertThat(health.live().httpStatus()).isEqualTo(200);
        assertThat(health.report().httpStatus()).isEqualTo(200);
        health.started();
        assertThat(health.ready().httpStatus()).isEqualTo(200);
        health.stopping();
        assertThat(health.ready().httpStatus()).isEqualTo(503);
        assertThat(health.ready().phase()).isEqualTo(Phase.STOPPING);
    }

    @Test
    void live_neededDown_isUpAndAsksNobody() {
        health.need("database", LONG, database);
        database.fails("gone");
        assertThat(health.live().httpStatus()).isEqualTo(200);
        assertThat(database.asked).hasValue(0);
    }

    @Test
    void metric_atAScrape_tellsWhatIsUp() {
        health.need("database", LONG, database);
        health.want("cache", LONG, cache);
        cache.fails("refused");
        assertThat(new String(new MetricsPage(metrics).answer(null).body(), UTF_8))
                .contains("dependency_up{dependency=\"database\"} 1.0\n")
                .contains("dependency_up{dependency=\"cache\"} 0.0\n");
        assertThat(database.asked).hasValue(1);
    }

    @Test
    void dependency_declaredTwice_isRefused() {
        health.need("database", LONG, database);
        assertThatThrownBy(() -> health.want("database", LONG, database))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("dependency database is declared already");
    }

    @Test
    void dependency_withoutALimit_isRefused() {
        assertThatThrownBy(() -> health.need("database", Duration.ZERO, database))
                .hasMessage("dependency database: wanted a time limit over 0, got PT0S");
    }

    private void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    private static DependencyHealth only(HealthReport report) {
        assertThat(report.dependencies()).hasSize(1);
        return report.dependencies().getFirst();
    }

    /** As a driver without regard for interrupts would. */
    private static void awaitDeafToInterrupts(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            Thread.onSpinWait();
        }
    }

    private static final class Dependent implements Health.Check {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile @Nullable String failure;

        void fails(String why) {
            failure = why;
        }

        void works() {
            failure = null;
        }

        @Override
        public void run() {
            asked.incrementAndGet();
            String why = failure;
            if (why != null) {
                throw new IllegalStateException(why);
            }
        }
    }
}
