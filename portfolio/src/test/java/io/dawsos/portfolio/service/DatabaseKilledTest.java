package io.dawsos.portfolio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.security.Role;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** {@code kill -9} of the embedded PostgreSQL, and of nothing else. */
class DatabaseKilledTest {

    private final Service service = Service.shared();

    @Test
    void embeddedDatabase_killedAlone_healthSaysSoAndTheServiceRecoversByItself() {
        // The new server waits for it: without it, it might be back before anybody asks.
        Thread query = Thread.ofVirtual().start(this::countLong);
        await().atMost(Duration.ofSeconds(20)).until(this::isCounting);
        Client owner = service.as("survivor", Role.USER);
        String path = owner.newPortfolio("USD");
        long server = service.sql()
                .sql("SELECT pg_read_file('postmaster.pid')")
                .query(String.class)
                .single()
                .lines()
                .findFirst()
                .map(Long::parseLong)
                .orElseThrow();

        assertThat(ProcessHandle.of(server).orElseThrow().destroyForcibly()).isTrue();

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> {
                    Client.Answer health = service.asNobody().get("/health");
                    assertThat(health.status()).isEqualTo(503);
                    assertThat(health.json().at("/dependencies/database/state").asString())
                            .isEqualTo("DOWN");
                });
        await().atMost(Duration.ofSeconds(90)).untilAsserted(() -> {
            assertThat(service.asNobody().get("/health").status()).isEqualTo(200);
            assertThat(owner.get(path).status()).isEqualTo(200);
        });
        await().atMost(Duration.ofSeconds(20)).until(() -> !query.isAlive());
    }

    private void countLong() {
        try {
            service.sql()
                    .sql("SELECT count(*) FROM generate_series(1, 60000000)")
                    .query(Long.class)
                    .single();
        } catch (DataAccessException e) {
            // its answer has nobody to go to when the server is gone
        }
    }

    private boolean isCounting() {
        return service.sql()
                        .sql("SELECT count(*) FROM pg_stat_activity"
                                + " WHERE state = 'active' AND query LIKE '%generate_series(1, 60000000)%'"
                                + " AND pid <> pg_backend_pid()")
                        .query(Long.class)
                        .single()
                == 1;
    }
}
