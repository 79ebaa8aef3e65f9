package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.RedisServer;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.security.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service whose packs are in a Redis. */
class PacksTest {

    private static final String VALUATION = "/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation";

    @Test
    void valuation_redisThereThenKilledThenBack_alwaysTheSameAnswer() {
        try (RedisServer redis = new RedisServer();
                Service service = Service.beside(Service.shared(), redis.address(), Map.of())) {
            Client demo = service.as("demo", Role.USER);
            String value = total(demo);
            assertThat(total(demo)).isEqualTo(value);
            assertThat(metrics(service)).contains("cache_requests_total{cache=\"redis\",result=\"hit\"} 1.0");

            redis.kill();
            assertThat(total(demo)).isEqualTo(value);
            assertThat(metrics(service)).doesNotContain("cache_requests_total{cache=\"redis\",result=\"error\"} 0.0");
            await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
                Client.Answer health = service.asNobody().get("/health");
                assertThat(health.status()).isEqualTo(200);
                assertThat(health.json().at("/dependencies/cache/state").asString())
                        .isEqualTo("DOWN");
            });

            redis.start();
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                assertThat(total(demo)).isEqualTo(value);
                assertThat(metrics(service)).contains("cache_requests_total{cache=\"redis\",result=\"hit\"} 2.0");
            });
        }
    }

    private static String total(Client client) {
        Client.Answer answer = client.get(VALUATION);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("total_value").decimalValue().toPlainString();
    }

    private static String metrics(Service service) {
        return service.asNobody().get("/metrics").body();
    }
}
