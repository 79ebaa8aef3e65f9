package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.NotificationReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class WebhookNotifierTest {
    private static final String ALERT_TAIL =
            "\"generatorURL\":\"http://p/graph?g0=1\\u0026x\"," + "\"fingerprint\":\"0123456789abcdef\"}";
    private static final String ANNOTATIONS = "{\"summary\":\"p95 is \\u003c1.2 s\"}";

    @Test
    void send_alerts_areInAlertmanagersFormat() throws Exception {
        try (ReceiverServer server = new ReceiverServer()) {
            String receiver = "webhook_configs: [{url: '" + server.address() + "/hook'}]";
            assertThat(Notifications.send(
                            receiver,
                            Notifications.of(
                                    List.of(Notifications.alert("a:1", false), Notifications.alert("b:1", true)))))
                    .isEqualTo(Delivery.delivered());
            ReceiverServer.Received received = server.next();
            assertThat(received.headers()).containsEntry("Content-Type", "application/json");
            assertThat(received.body())
                    .isEqualTo("{\"receiver\":\"team\",\"status\":\"firing\",\"alerts\":["
                            + "{\"status\":\"firing\","
                            + "\"labels\":{\"alertname\":\"Slow\",\"instance\":\"a:1\",\"job\":\"api\"},"
                            + "\"annotations\":" + ANNOTATIONS + ",\"startsAt\":\"2024-11-24T11:58:30Z\","
                            + "\"endsAt\":\"0001-01-01T00:00:00Z\"," + ALERT_TAIL
                            + ",{\"status\":\"resolved\","
                            + "\"labels\":{\"alertname\":\"Slow\",\"instance\":\"b:1\",\"job\":\"api\"},"
                            + "\"annotations\":" + ANNOTATIONS + ",\"startsAt\":\"2024-11-24T11:58:30Z\","
                            + "\"endsAt\":\"2024-11-24T11:59:55Z\"," + ALERT_TAIL
                            + "],\"groupLabels\":{\"alertname\":\"Slow\"},"
                            + "\"commonLabels\":{\"alertname\":\"Slow\",\"job\":\"api\"},"
                            + "\"commonAnnotations\":" + ANNOTATIONS
                            + ",\"externalURL\":\"http://am:9093\",\"version\":\"4\","
                            + "\"groupKey\":\"{}:{alertname=\\\"Slow\\\"}\",\"truncatedAlerts\":0}\n");
        }
    }

    @Test
    void send_moreThanMaxAlerts_saysHowManyAreLeftOut() throws Exception {
        try (ReceiverServer server = new ReceiverServer()) {
            Notifications.send(
                    "webhook_configs: [{url: '" + server.address() + "', max_alerts: 1}]", Notifications.firing());
            JsonNode json = JsonMapper.shared().readTree(server.next().body());
            assertThat(json.path("alerts").size()).isEqualTo(1);
            assertThat(json.path("truncatedAlerts").asInt()).isEqualTo(1);
            assertThat(json.path("commonLabels").path("instance").asString()).isEqualTo("a:1");
        }
    }

    @Test
    void send_silenceExpired_saysWhy() throws Exception {
        try (ReceiverServer server = new ReceiverServer()) {
            Notifications.send(
                    "webhook_configs: [{url: '" + server.address() + "'}]",
                    Notifications.because(
                            new NotificationReason(NotificationReason.Kind.SILENCE_EXPIRED, "silence 1 expired")));
            assertThat(server.next().body()).contains("\"notification_reason\":\"silence 1 expired\",\"groupLabels\"");
        }
    }

    @Test
    void send_addressIsATemplate_isFilled() throws Exception {
        try (ReceiverServer server = new ReceiverServer()) {
            Notifications.send(
                    "webhook_configs: [{url: '" + server.address() + "/{{ .CommonLabels.job }}'}]",
                    Notifications.firing());
            assertThat(server.next().path()).isEqualTo("/api");
        }
    }
}
