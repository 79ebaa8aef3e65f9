package io.dawsos.portfolio.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.ServiceProcess;
import io.dawsos.portfolio.security.Role;
import io.dawsos.telemetry.testing.OtlpReceiver;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever secret a request brings, nothing that the service says anywhere holds it. */
class SecretsTest {

    private static final String SECRET = "hunter2SecretValue99";
    private static final String VALUATION = "/v1/portfolios/00000000-0000-4000-8000-000000000001/valuation";

    @Test
    void requests_secretInHeaderQueryOrBody_saidNowhere() throws IOException {
        List<String> said = new ArrayList<>();
        String token = Service.shared().tokens().issue("demo", Role.USER, Duration.ofHours(1));
        String expired = Service.shared().expiredToken("demo");
        String databasePassword =
                String.valueOf(Service.shared().database().address().password());
        try (OtlpReceiver receiver = OtlpReceiver.start()) {
            try (ServiceProcess service = ServiceProcess.start(Map.of(
                    "OTEL_EXPORTER_OTLP_ENDPOINT", receiver.endpoint(),
                    "DAWSOS_LOG_LEVEL", "DEBUG",
                    "OTEL_BSP_SCHEDULE_DELAY", "100"))) {
                for (Client.Answer answer : ask(service.asNobody(), token, expired)) {
                    said.add(answer.body());
                    said.add(answer.response().headers().toString());
                }
                said.add(service.asNobody().get("/metrics").body());
                said.add(service.asNobody().get("/health").body());
                await().atMost(Duration.ofSeconds(15))
                        .until(() -> receiver.spans().size() >= 10);
                service.stop();
                said.addAll(service.printed());
            }
            said.add(receiver.resourceSpans().toString());
            said.add(receiver.logs().toString());
        }

        assertThat(said).hasSizeGreaterThan(30);
        for (String secret : List.of(SECRET, signature(token), signature(expired), databasePassword)) {
            assertThat(said.stream().flatMap(String::lines).filter(line -> line.contains(secret)))
                    .isEmpty();
        }
    }

    private static List<Client.Answer> ask(Client nobody, String token, String expired) {
        Client demo = nobody.withToken(token);
        return List.of(
                demo.get(VALUATION, "X-Api-Key", SECRET, "Cookie", "session=" + SECRET),
                demo.get(VALUATION + "?api_key=" + SECRET + "&password=" + SECRET),
                demo.get(VALUATION + "?asof=2026-01-05&token=" + SECRET),
                demo.get(VALUATION + "?asof=" + SECRET),
                demo.get(VALUATION + "?currency=" + SECRET),
                demo.get("/v1/portfolios/x/valuation?access_token=" + SECRET),
                demo.get("/v1/portfolios?limit=" + SECRET),
                demo.post("/v1/portfolios", "{\"name\":\"x\",\"base_currency\":\"" + SECRET + "\"}"),
                demo.post("/v1/portfolios", "{\"name\":\"x\",\"password\":\"" + SECRET + "\"}"),
                demo.post("/v1/portfolios", "{\"" + SECRET + "\":1}"),
                demo.post("/v1/portfolios", "{\"name\":" + SECRET),
                demo.post("/v1/portfolios", SECRET),
                demo.post(
                        VALUATION.replace("valuation", "trades"),
                        "{\"action\":\"%1$s\",\"symbol\":\"%1$s\",\"quantity\":1,\"price\":1}".formatted(SECRET)),
                demo.post(
                        VALUATION.replace("valuation", "trades"),
                        "{\"action\":\"buy\",\"symbol\":\"NONE\",\"quantity\":1,\"price\":1}",
                        "Idempotency-Key",
                        SECRET),
                nobody.withToken(SECRET).get(VALUATION),
                nobody.withToken("ey." + SECRET + ".x").get(VALUATION),
                nobody.withToken(expired).get(VALUATION),
                nobody.get(VALUATION, "Authorization", "Basic " + SECRET),
                nobody.get(VALUATION + "?access_token=" + SECRET));
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
