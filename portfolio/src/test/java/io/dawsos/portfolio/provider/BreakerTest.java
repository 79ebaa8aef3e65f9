package io.dawsos.portfolio.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final Set<String> APPLE = Set.of("AAPL");

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private void failOnce() {
        assertThatThrownBy(() -> bench.fmp().quotes(APPLE)).isInstanceOf(ProviderException.class);
    }

    @Test
    void gauge_nothingAskedYet_existsClosedForEachProvider() {
        assertThat(ProviderMetrics.ENDPOINTS.keySet())
                .allSatisfy(name -> assertThat(bench.breaker(name)).isZero());
    }

    @Test
    void breaker_twoFailuresThenSuccess_staysClosed() throws Exception {
        bench.chaos("fmp?mode=fail&count=2");

        assertThat(bench.fmp().quotes(APPLE).stale()).isFalse();

        bench.chaos("fmp?mode=fail&count=2");
        bench.fmp().quotes(APPLE);
        assertThat(bench.breaker("fmp")).isZero();
        assertThat(bench.counted("fmp", "batch_quote", "http_5xx")).isEqualTo(4);
    }

    @Test
    void breaker_threeFailures_opensHalfOpensAndCloses() throws Exception {
        bench.chaos("fmp?mode=fail");
        failOnce();
        assertThat(bench.breaker("fmp")).isEqualTo(1);
        assertThat(bench.requests("fmp")).isEqualTo(3);

        failOnce();
        assertThat(bench.requests("fmp")).as("requests while open").isEqualTo(3);
        assertThat(bench.counted("fmp", "batch_quote", "refused")).isEqualTo(1);

        bench.chaos("fmp?mode=ok");
        bench.move(Duration.ofSeconds(59));
        assertThat(bench.breaker("fmp")).isEqualTo(1);
        bench.move(Duration.ofSeconds(1));
        assertThat(bench.breaker("fmp")).as("after 60 s, nobody having asked").isEqualTo(2);
        assertThat(bench.requests("fmp")).isEqualTo(3);

        assertThat(bench.fmp().quotes(APPLE).stale()).isFalse();
        assertThat(bench.breaker("fmp")).isZero();
        assertThat(bench.requests("fmp")).isEqualTo(4);
    }

    @Test
    void breaker_failureWhileHalfOpen_opensAgainAfterOneRequest() {
        bench.chaos("fmp?mode=fail");
        failOnce();
        bench.move(Duration.ofSeconds(61));

        failOnce();

        assertThat(bench.requests("fmp")).isEqualTo(4);
        assertThat(bench.breaker("fmp")).isEqualTo(1);
    }

    @Test
    void breaker_ofOneProvider_leavesTheOthersAlone() throws Exception {
        bench.chaos("fmp?mode=fail");
        failOnce();

        assertThat(bench.polygon().quotes(APPLE).value()).containsKey("AAPL");
        assertThat(bench.breaker("polygon")).isZero();
    }

    @Test
    void breaker_limitedByProvider_staysClosed() {
        bench.chaos("fmp?mode=limit&retry_after=1");
        failOnce();

        assertThat(bench.breaker("fmp")).isZero();
        assertThat(bench.counted("fmp", "batch_quote", "http_429")).isEqualTo(3);
    }

    @Test
    void breaker_halfOpenAndLimited_asksAgainLater() throws Exception {
        bench.chaos("fmp?mode=fail&count=3");
        failOnce();
        bench.move(Duration.ofSeconds(61));
        bench.chaos("fmp?mode=limit&retry_after=600&count=1");
        failOnce();
        assertThat(bench.breaker("fmp")).isEqualTo(2);

        bench.move(Duration.ofSeconds(601));

        assertThat(bench.fmp().quotes(APPLE).stale()).isFalse();
        assertThat(bench.breaker("fmp")).isZero();
    }

    @Test
    void health_breakerOpen_degradedAndNotDown() {
        assertThat(bench.telemetry.health().report().toJson()).contains("\"provider.fmp\":{\"state\":\"UP\"");
        bench.chaos("fmp?mode=fail");
        failOnce();

        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
            var report = bench.telemetry.health().report();
            assertThat(report.state().name()).isEqualTo("DEGRADED");
            assertThat(report.httpStatus()).isEqualTo(200);
            assertThat(report.toJson()).contains("circuit breaker OPEN").contains("wanted 200, got status 500");
        });
    }

    @Test
    void status_afterFailures_tellsStateSinceAndLastError() {
        bench.chaos("fmp?mode=fail");
        var before = bench.time.clock().instant();
        failOnce();

        ProviderStatus status = bench.status("fmp");
        assertThat(status.state()).isEqualTo(BreakerState.OPEN);
        assertThat(status.since()).isBetween(before, bench.time.clock().instant());
        assertThat(status.lastError()).isEqualTo("fmp batch_quote: wanted 200, got status 500");
        assertThat(bench.status("polygon").lastError()).isNull();
    }
}
