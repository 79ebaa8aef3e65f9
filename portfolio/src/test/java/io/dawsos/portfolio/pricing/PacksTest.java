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

    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final String VALUATION = "/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation";

    @Test
    void valuation_redisThereThenKilledThenBack_alwaysTheSameAnswer() {
        try (RedisServer redis = new RedisServer();
                Service service = Service.beside(Service.shared(), redis.address(), Map.of())) {
            Client demo = service.as("demo", Role.USER);
            String value = total(demo);
            await().atMost(LIMIT).until(() -> total(demo).equals(value) && requests(service, "hit") > 0);

            redis.kill();
            double errors = requests(service, "error");
            assertThat(total(demo)).isEqualTo(value);
            assertThat(requests(service, "error")).isGreaterThan(errors);
            await().atMost(LIMIT).untilAsserted(() -> {
                Client.Answer health = service.asNobody().get("/health");
                assertThat(health.status()).isEqualTo(200);
                assertThat(health.json().path("status").asString()).isEqualTo("DEGRADED");
                assertThat(health.json().at("/dependencies/cache/state").asString())
                        .isEqualTo("DOWN");
            });

            redis.start();
            double hits = requests(service, "hit");
            await().atMost(LIMIT).until(() -> total(demo).equals(value) && requests(service, "hit") > hits);
        }
    }

    private static String total(Client client) {
        Client.Answer answer = client.get(VALUATION);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json().path("total_value").decimalValue().toPlainString();
    }

    private static double requests(Service service, String result) {
        String series = "cache_requests_total{cache=\"redis\",result=\"" + result + "\"} ";
        return service.asNobody()
                .get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .findFirst()
                .orElseThrow();
    }
}
