package io.dawsos.portfolio.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.portfolio.Client;
import io.dawsos.portfolio.Service;
import io.dawsos.portfolio.security.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Alerts over HTTP, on the whole service. */
final class AlertApiTest {

    private static final String FALL = "{\"type\":\"falls_since_pack\",\"percent\":5}";
    private static final String IN_APP = "[{\"method\":\"in_app\"}]";

    private final Service service = Service.shared();
    private final String owner = "alert-owner-" + UUID.randomUUID();
    private final Client client = service.as(owner, Role.USER);
    private String portfolio = "";

    @BeforeEach
    void makePortfolio() {
        portfolio = client.newPortfolio("USD").replace("/v1/portfolios/", "");
    }

    @Test
    void alert_made_isAnsweredListedAndDeleted() {
        Client.Answer made = create(
                "{\"type\":\"falls_within\",\"percent\":2.5,\"window\":\"PT30M\"}",
                "[{\"method\":\"webhook\",\"url\":\"https://example.com/hook?token=x\"},{\"method\":\"in_app\"}]");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String path = made.header("Location");
        JsonNode alert = client.get(path).json();
        assertThat(alert).isEqualTo(made.json());
        assertThat(alert.at("/condition/percent").decimalValue()).isEqualByComparingTo("2.5");
        assertThat(alert.at("/condition/window").asString()).isEqualTo("PT30M");
        assertThat(alert.at("/channels/0/url").asString()).isEqualTo("https://example.com/hook?token=x");
        assertThat(alert.at("/cooldown").asString()).isEqualTo("PT1H");
        assertThat(client.get("/v1/alerts?portfolio_id=" + portfolio).json().at("/items"))
                .hasSize(1);
        assertThat(client.send(client.request(path).DELETE()).status()).isEqualTo(204);
        assertThat(client.get(path).problem()).isEqualTo("unknown-alert");
        assertThat(client.get("/v1/alerts").json().at("/items")).isEmpty();
    }

    @Test
    void alerts_many_arePagedWithoutLossOrRepeat() {
        for (int i = 0; i < 5; i++) {
            create(FALL, IN_APP);
        }
        int seen = 0;
        String next = "/v1/alerts?limit=2";
        while (!next.isEmpty()) {
            JsonNode page = client.get(next).json();
            seen += page.at("/items").size();
            next = page.path("next").asString("");
        }
        assertThat(seen).isEqualTo(5);
    }

    @Test
    void alert_ofAnother_isNotThere() {
        String path = create(FALL, IN_APP).header("Location");
        Client stranger = service.as("stranger", Role.USER);
        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(path + "/deliveries").status()).isEqualTo(404);
        assertThat(stranger.send(stranger.request(path).DELETE()).status()).isEqualTo(404);
        assertThat(stranger.get("/v1/alerts").json().at("/items")).isEmpty();
        assertThat(stranger.post("/v1/alerts", body(portfolio, FALL, IN_APP)).problem())
                .isEqualTo("unknown-portfolio");
        assertThat(service.as("boss", Role.MANAGER).get(path).status()).isEqualTo(200);
        assertThat(service.asNobody().get(path).status()).isEqualTo(401);
        Client viewer = service.as(owner, Role.VIEWER);
        assertThat(viewer.get(path).status()).isEqualTo(200);
        assertThat(viewer.send(viewer.request(path).DELETE()).status()).isEqualTo(403);
        assertThat(client.get(path).status()).isEqualTo(200);
    }

    @Test
    void alert_overTheMostAPortfolioHas_isRefused() {
        for (int i = 0; i < Alerts.MOST_PER_PORTFOLIO; i++) {
            assertThat(create(FALL, IN_APP).status()).isEqualTo(201);
        }
        assertThat(create(FALL, IN_APP).problem()).isEqualTo("too-many-alerts");
    }

    @Test
    void drop_ofTheValue_reachesTheWebhookSignedAndTheInbox() throws Exception {
        try (Receiver receiver = Receiver.healthy()) {
            JsonNode lots = client.post(
                            "/v1/portfolios/" + portfolio + "/trades",
                            "{\"action\":\"buy\",\"symbol\":\"MSFT\",\"quantity\":10,\"price\":100}")
                    .json();
            assertThat(lots.path("symbol").asString()).isEqualTo("MSFT");
            Client.Answer made = create(
                    FALL,
                    "[{\"method\":\"webhook\",\"url\":\"%s\"},{\"method\":\"in_app\"}]".formatted(receiver.url()));
            service.bean(AlertEvaluator.class).onQuotes(Map.of("MSFT", World.number("1")), Instant.now());
            await().atMost(Duration.ofSeconds(20)).until(() -> !receiver.got().isEmpty());
            String key = client.get("/v1/alert-webhook-key").json().path("key").asString();
            byte[] bytes = Base64.getDecoder().decode(key.substring("whsec_".length()));
            assertThat(receiver.got().getFirst().isSigned(bytes)).isTrue();
            String deliveries = made.header("Location") + "/deliveries";
            await().atMost(Duration.ofSeconds(20)).until(() -> allDelivered(deliveries));
            JsonNode notification =
                    client.get("/v1/notifications?unread=true").json().at("/items/0");
            assertThat(notification.at("/alert/alert_id").asString())
                    .isEqualTo(made.json().path("id").asString());
            assertThat(notification.at("/alert/observed/change_percent").decimalValue())
                    .isNegative();
            String read = "/v1/notifications/" + notification.path("id").asString() + "/read";
            assertThat(service.as("stranger", Role.USER).post(read, "").status())
                    .isEqualTo(404);
            assertThat(client.post(read, "").json().has("read_at")).isTrue();
            assertThat(client.get("/v1/notifications?unread=true").json().at("/items"))
                    .isEmpty();
        }
    }

    @Test
    void delivery_notDead_isNotSentAgain() {
        String nobody = UUID.randomUUID().toString();
        assertThat(client.post("/v1/alert-deliveries/" + nobody + "/resend", "").problem())
                .isEqualTo("unknown-delivery");
        assertThat(client.post("/v1/alert-deliveries/x/resend", "").problem()).isEqualTo("unknown-delivery");
        assertThat(client.get("/v1/alert-deliveries?state=dead").json().at("/items"))
                .isEmpty();
        assertThat(client.get("/v1/alert-deliveries?state=lost").problem()).isEqualTo("bad-state");
        assertThat(client.get("/v1/alerts?limit=0").problem()).isEqualTo("bad-limit");
        assertThat(client.get("/v1/alerts/garbage").problem()).isEqualTo("unknown-alert");
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("{\"type\":\"rises\",\"percent\":5}", IN_APP, "condition/type"),
                Arguments.of("{\"percent\":5}", IN_APP, "condition/type"),
                Arguments.of("null", IN_APP, "condition/type"),
                Arguments.of("{\"type\":\"falls_since_pack\"}", IN_APP, "condition/percent"),
                Arguments.of("{\"type\":\"falls_since_pack\",\"percent\":0}", IN_APP, "more than 0"),
                Arguments.of("{\"type\":\"falls_since_pack\",\"percent\":-1}", IN_APP, "more than 0"),
                Arguments.of("{\"type\":\"falls_since_pack\",\"percent\":100}", IN_APP, "less than 100"),
                Arguments.of("{\"type\":\"falls_since_pack\",\"percent\":1e999999999}", IN_APP, "condition/percent"),
                Arguments.of("{\"type\":\"falls_since_pack\",\"percent\":5,\"amount\":1}", IN_APP, "condition/amount"),
                Arguments.of("{\"type\":\"value_above\",\"percent\":5}", IN_APP, "condition/amount"),
                Arguments.of("{\"type\":\"value_above\",\"amount\":1,\"window\":\"PT1H\"}", IN_APP, "condition/window"),
                Arguments.of("{\"type\":\"falls_within\",\"percent\":5}", IN_APP, "condition/window"),
                Arguments.of("{\"type\":\"falls_within\",\"percent\":5,\"window\":\"1h\"}", IN_APP, "PT1H"),
                Arguments.of("{\"type\":\"falls_within\",\"percent\":5,\"window\":\"PT1S\"}", IN_APP, "PT1M"),
                Arguments.of("{\"type\":\"falls_within\",\"percent\":5,\"window\":\"P2D\"}", IN_APP, "PT24H"),
                Arguments.of(
                        "{\"type\":\"weight_above\",\"percent\":5,\"symbol\":\"a b\"}", IN_APP, "condition/symbol"),
                Arguments.of(FALL, "[]", "channels"),
                Arguments.of(FALL, "null", "channels"),
                Arguments.of(FALL, "[null]", "channels/0/method"),
                Arguments.of(FALL, "[{\"method\":\"pigeon\"}]", "channels/0/method"),
                Arguments.of(FALL, "[{\"method\":\"in_app\"},{\"method\":\"in_app\"}]", "twice"),
                Arguments.of(FALL, "[{\"method\":\"in_app\",\"url\":\"https://x.example\"}]", "only a webhook"),
                Arguments.of(FALL, "[{\"method\":\"webhook\"}]", "channels/0/url"),
                Arguments.of(FALL, "[{\"method\":\"webhook\",\"url\":\"http://example.com/\"}]", "wanted https"),
                Arguments.of(FALL, "[{\"method\":\"webhook\",\"url\":\"https://10.0.0.1/\"}]", "public address"),
                Arguments.of(FALL, "[{\"method\":\"webhook\",\"url\":\"https://169.254.169.254/\"}]", "public address"),
                Arguments.of(FALL, "[{\"method\":\"webhook\",\"url\":\"https://u:hunter2@example.com/\"}]", "password"),
                Arguments.of(FALL, "[{\"method\":\"email\",\"address\":\"ann@example.com\"}]", "DAWSOS_SMTP_URL"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void alert_thatCannotBe_isRefusedWithTheReasonAndNotStored(String condition, String channels, String says) {
        Client.Answer answer = create(condition, channels);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(says).doesNotContain("hunter2");
        assertThat(client.get("/v1/alerts").json().at("/items")).isEmpty();
    }

    @Test
    void body_ofAnotherForm_isRefused() {
        assertThat(client.post("/v1/alerts", "{").problem()).isEqualTo("malformed-json");
        assertThat(client.post("/v1/alerts", "{\"portfolio\":1}").problem()).isEqualTo("unexpected-json");
        assertThat(client.post("/v1/alerts", body("no-uuid", FALL, IN_APP)).status())
                .isEqualTo(400);
        assertThat(client.post("/v1/alerts", "{}").json().at("/errors")).hasSizeGreaterThan(3);
    }

    private boolean allDelivered(String path) {
        JsonNode items = client.get(path).json().at("/items");
        return items.size() == 2
                && items.valueStream()
                        .allMatch(item -> item.path("state").asString().equals("delivered"));
    }

    private Client.Answer create(String condition, String channels) {
        return client.post("/v1/alerts", body(portfolio, condition, channels));
    }

    private static String body(String portfolio, String condition, String channels) {
        return "{\"portfolio_id\":\"%s\",\"name\":\"Watch\",\"condition\":%s,\"channels\":%s}"
                .formatted(portfolio, condition, channels);
    }
}
