package io.dawsos.portfolio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.security.Role;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The database goes away and comes back while people trade and look at their portfolios. */
class DatabaseAwayTest {

    private static final int TRADERS = 4;
    private static final int READERS = 4;

    private final Service service = Service.shared();
    private final Client trader = service.as("steady", Role.USER);
    private final AtomicBoolean running = new AtomicBoolean(true);
    private final Set<Integer> otherStatuses = new ConcurrentSkipListSet<>();
    private final AtomicInteger unavailable = new AtomicInteger();
    private final AtomicInteger booked = new AtomicInteger();
    private final Map<String, String> acknowledged = new ConcurrentHashMap<>();

    @Test
    void database_stoppedAndStartedUnderLoad_503ThenRecoversWithNothingHalfWritten() throws Exception {
        String path = trader.newPortfolio("USD");
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < TRADERS; i++) {
                int number = i;
                var _ = threads.submit(() -> trade(path, number));
            }
            for (int i = 0; i < READERS; i++) {
                var _ = threads.submit(() -> read(path));
            }
            await().atMost(Duration.ofSeconds(20)).until(() -> booked.get() > 20);

            service.database().stop();
            await().atMost(Duration.ofSeconds(20)).until(() -> unavailable.get() > 20);
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                Client.Answer health = service.asNobody().get("/health");
                assertThat(health.status()).isEqualTo(503);
                assertThat(health.json().at("/dependencies/database/state").asString())
                        .isEqualTo("DOWN");
            });
            Client.Answer refused = trader.get(path);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isEqualTo("2");
            assertThat(refused.problem()).isEqualTo("database-unavailable");

            service.database().start();
            int before = booked.get();
            await().atMost(Duration.ofSeconds(30)).until(() -> booked.get() > before + 20);
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> service.asNobody().get("/health").status() == 200);
            running.set(false);
        } finally {
            running.set(false);
            service.database().start();
        }

        assertThat(otherStatuses).isEmpty();
        assertNothingHalfWritten(path);
    }

    /** Every trade that was acknowledged is there once; one whose answer was lost is there once or not at all. */
    private void assertNothingHalfWritten(String path) {
        Map<String, String> stored = new TreeMap<>();
        service.sql()
                .sql("SELECT idempotency_key, trade_id::text FROM trades t JOIN portfolios p USING (portfolio_id)"
                        + " WHERE p.owner = 'steady'")
                .query(row -> {
                    assertThat(stored.put(row.getString(1), row.getString(2))).isNull();
                });
        assertThat(stored).containsAllEntriesOf(acknowledged);
        BigDecimal held = BigDecimal.ZERO;
        for (JsonNode lot : trader.get(path + "/lots").json().path("items")) {
            held = held.add(lot.path("remaining").decimalValue());
        }
        assertThat(held).isEqualByComparingTo(BigDecimal.valueOf(stored.size()));
    }

    /** Repeats what was not acknowledged, with the same key, as the answer asks for. */
    private void trade(String path, int number) {
        for (int i = 0; running.get(); i++) {
            String key = number + "-" + i;
            Client.Answer answer = send(path, key);
            while (answer.status() == 503 && running.get()) {
                unavailable.incrementAndGet();
                answer = send(path, key);
            }
            if (answer.status() == 201) {
                acknowledged.put(key, answer.json().path("id").asString());
                booked.incrementAndGet();
            } else if (answer.status() != 503) {
                otherStatuses.add(answer.status());
            }
        }
    }

    private Client.Answer send(String path, String key) {
        return trader.post(
                path + "/trades",
                "{\"action\":\"buy\",\"symbol\":\"MSFT\",\"quantity\":1,\"price\":20}",
                "Idempotency-Key",
                key);
    }

    private void read(String path) {
        while (running.get()) {
            int status = trader.get(path + "/valuation").status();
            if (status == 503) {
                unavailable.incrementAndGet();
            } else if (status != 200) {
                otherStatuses.add(status);
            }
        }
    }
}
