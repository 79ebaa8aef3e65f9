package io.dawsos.systemtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.systemtest.Launcher.Curl;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A query that answers nothing when nothing is wrong looks the same as one that is misspelt: there is none such. */
class QueriesTest {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    @BeforeAll
    static void programs() {
        Programs.need("prometheus", "prometheus");
    }

    @Test
    void queries_ofEveryDashboardAndRunbook_returnData(@TempDir Path folder) throws Exception {
        List<PromQuery> all = PromQuery.all();
        assertThat(all).hasSizeGreaterThan(100);
        Launcher dawsos = new Launcher(Files.createDirectory(folder.resolve("data")));
        try (Program up = dawsos.up(settings(), "--port", Integer.toString(Ports.free()))) {
            Curl investor = Launcher.curl(up);
            String admin = dawsos.run("token", "--user", "oncall", "--role", "ADMIN")
                    .output()
                    .strip();
            try (Prometheus prometheus = Prometheus.start(
                            folder, URI.create(investor.address()).getPort());
                    Workday day = new Workday(investor, admin)) {
                prometheus.awaitNumber("sum(pricing_pack_build_success_total)"); // what comes now is an increase
                day.buildPack();
                awaitData(all, prometheus, day);
                assertThat(day.received()).as("alerts delivered").isPositive();
            }
        }
    }

    /** Quotes come as often as the test's Prometheus scrapes. */
    private static Map<String, String> settings() throws Exception {
        return Map.of(
                "DAWSOS_QUOTES_EVERY", "1s",
                "DAWSOS_SIMULATOR_PORT", Integer.toString(Ports.free()),
                "DAWSOS_FMP_KEY_EXPIRES",
                        LocalDate.now(ZoneOffset.UTC).plusYears(1).toString());
    }

    /** Work goes on all the while, as in a service that is used. */
    private static void awaitData(List<PromQuery> all, Prometheus prometheus, Workday day) {
        List<PromQuery> empty = new ArrayList<>(all);
        await().atMost(LIMIT).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
            day.round();
            for (PromQuery query : List.copyOf(empty)) {
                if (hasNumber(prometheus.query(query.expression()))) {
                    empty.remove(query);
                }
            }
            assertThat(empty).as("queries without data, of " + all.size()).isEmpty();
        });
        System.out.printf("%d queries of dashboards and runbooks returned data%n", all.size());
    }

    /** A quantile of nothing is NaN: that is no data. */
    private static boolean hasNumber(List<PromApi.Sample> samples) {
        return samples.stream().anyMatch(sample -> Double.isFinite(sample.value()));
    }
}
