package io.dawsos.telemetry.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private final Metrics metrics = Metrics.create(false);
    private final Metrics strict = Metrics.create(true);

    @Test
    void counter_initialised_isThereAtZero() {
        metrics.counter("trade_volume_total", "Trades.", Label.of("action", "buy", "sell"))
                .init("buy");
        assertThat(text(metrics)).contains("trade_volume_total{action=\"buy\"} 0.0\n");
    }

    @Test
    void counter_withoutLabels_isThereAtOnce() {
        metrics.counter("jobs_total", "Jobs.");
        assertThat(text(metrics)).contains("\njobs_total 0.0\n");
    }

    @Test
    void counter_onesAndAmounts_areSummed() {
        Counter counter = metrics.counter("trade_volume_total", "Trades.", Label.of("action", "buy", "sell"));
        counter.inc("buy");
        counter.add(2.5, "buy");
        counter.series("buy").inc();
        counter.series("buy").add(-7);
        counter.series("buy").add(Double.NaN);
        assertThat(counter.series("buy").value()).isEqualTo(4.5);
        assertThat(text(metrics)).contains("trade_volume_total{action=\"buy\"} 4.5\n");
    }

    @Test
    void counter_nameWithoutTotal_isRefused() {
        assertThatThrownBy(() -> metrics.counter("trades", "Trades."))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("counter trades: a counter's name ends in _total");
    }

    @Test
    void metric_declaredTwiceInTheSameWay_isTheSame() {
        Gauge first = metrics.gauge("pool_size", "Pool.", Label.of("pool", "main"));
        assertThat(metrics.gauge("pool_size", "Pool.", Label.of("pool", "main")))
                .isSameAs(first);
    }

    @Test
    void metric_declaredTwiceInDifferentWays_isRefused() {
        metrics.gauge("pool_size", "Pool.", Label.of("pool", "main"));
        assertThatThrownBy(() -> metrics.gauge("pool_size", "Pool.", Label.of("pool", "other")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("metric pool_size is declared already as Gauge \"Pool.\" [pool [main]],"
                        + " now as Gauge \"Pool.\" [pool [other]]");
    }

    @Test
    void labelValue_outsideItsSetWhenStrict_isRefusedNamingAll() {
        Counter counter = strict.counter("http_requests_total", "Requests.", Label.of("method", "GET", "POST"));
        assertThatThrownBy(() -> counter.inc("BREW"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "metric http_requests_total: label method: no value \"BREW\", only those of method [GET, POST]");
        assertThat(text(strict)).doesNotContain("BREW").doesNotContain("other");
    }

    @Test
    void labelValues_ofWrongNumberWhenStrict_areRefused() {
        Counter counter = strict.counter("http_requests_total", "Requests.", Label.of("method", "GET", "POST"));
        assertThatThrownBy(() -> counter.inc("GET", "200"))
                .hasMessage("metric http_requests_total: wanted values for [method [GET, POST]], got [GET, 200]");
    }

    @Test
    void labelValue_outsideItsSetInProduction_isCountedAsOther() {
        Counter counter = metrics.counter("http_requests_total", "Requests.", Label.of("method", "GET", "POST"));
        counter.inc("BREW");
        counter.inc(new String[1]); // a caller that nothing checks for nulls
        counter.inc("GET", "200");
        assertThat(text(metrics))
                .contains("http_requests_total{method=\"other\"} 3.0\n")
                .contains("telemetry_label_values_refused_total{metric=\"http_requests_total\"} 3.0\n")
                .doesNotContain("BREW");
    }

    @Test
    void openLabel_moreValuesThanItsBound_areCountedAsOther() {
        for (Metrics each : List.of(metrics, strict)) {
            Counter counter = each.counter("routes_total", "Routes.", Label.open("route", 2));
            List.of("/a", "/b", "/c", "/a", "/d").forEach(counter::inc);
            assertThat(text(each))
                    .contains("routes_total{route=\"/a\"} 2.0\n")
                    .contains("routes_total{route=\"/b\"} 1.0\n")
                    .contains("routes_total{route=\"other\"} 2.0\n");
        }
    }

    @Test
    void gauge_seriesRemoved_makesRoomForAnother() {
        Gauge gauge = metrics.gauge("pricing_pack_is_fresh", "Fresh.", Label.open("date", 1));
        gauge.set(1, "2026-11-23");
        gauge.remove("2026-11-23");
        gauge.set(1, "2026-11-24");
        assertThat(text(metrics))
                .contains("pricing_pack_is_fresh{date=\"2026-11-24\"} 1.0\n")
                .doesNotContain("2026-11-23")
                .doesNotContain("other");
    }

    @Test
    void gauge_watched_isReadAtTheScrape() {
        List<Integer> pool = new java.util.ArrayList<>();
        metrics.gauge("pool_size", "Pool.", pool::size);
        pool.add(1);
        assertThat(text(metrics)).contains("\npool_size 1.0\n");
    }

    @Test
    void gauge_sourceThrows_isNanAndTheRestIsThere() {
        metrics.gauge("broken", "Broken.", () -> {
            throw new IllegalStateException("no pool");
        });
        metrics.gauge("well", "Well.").set(2);
        assertThat(text(metrics)).contains("\nbroken NaN\n").contains("\nwell 2.0\n");
    }

    @Test
    void gauge_nameEndsInTotal_isWrittenExactlySo() {
        metrics.gauge("portfolio_count_total", "Portfolios.").set(200);
        assertThat(text(metrics))
                .contains("# TYPE portfolio_count_total gauge\n")
                .contains("\nportfolio_count_total 200.0\n");
    }

    @Test
    void info_setAgain_replacesItsSeries() {
        Info info = metrics.info("dawsos_system", "The system.", "version", "pricing_pack_id");
        info.set("0.1.0", "PP_2026-11-23");
        info.set("0.1.0", "PP_2026-11-24");
        assertThat(text(metrics))
                .contains("dawsos_system_info{pricing_pack_id=\"PP_2026-11-24\",version=\"0.1.0\"} 1")
                .doesNotContain("PP_2026-11-23");
    }

    @Test
    void jvm_added_tellsCpuAndMemoryOfTheProcess() {
        metrics.withJvm();
        assertThat(text(metrics))
                .contains("\nprocess_cpu_seconds_total ")
                .contains("\nprocess_resident_memory_bytes ")
                .contains("\njvm_memory_used_bytes{area=\"heap\"} ");
    }

    @Test
    void noop_everythingDeclaredAndMoved_showsNothing() {
        Metrics noop = Metrics.noop().withJvm();
        noop.counter("not a name", "").init("x").inc("anything");
        noop.gauge("g", "").set(1, "x");
        noop.gauge("h", "", () -> 1).series().set(1);
        noop.histogram("i", "", new double[] {1}).observe(1);
        noop.info("j", "").set();
        assertThat(text(noop)).isEmpty();
    }

    @Test
    void counter_movedByManyThreads_losesNothing() throws Exception {
        Counter counter = metrics.counter("trade_volume_total", "Trades.", Label.of("action", "buy", "sell"));
        CountDownLatch go = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new java.util.ArrayList<>();
            for (int i = 0; i < 16; i++) {
                all.add(threads.submit(() -> {
                    go.await();
                    for (int n = 0; n < 1000; n++) {
                        counter.inc(n % 2 == 0 ? "buy" : "unknown");
                    }
                    return null;
                }));
            }
            go.countDown();
            for (Future<?> one : all) {
                one.get();
            }
        }
        assertThat(counter.series("buy").value()).isEqualTo(8000);
        assertThat(counter.series("other").value()).isEqualTo(8000);
    }

    static String text(Metrics metrics) {
        return new String(new MetricsPage(metrics).answer(null).body(), StandardCharsets.UTF_8);
    }
}
