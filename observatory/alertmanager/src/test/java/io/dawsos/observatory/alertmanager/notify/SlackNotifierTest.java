package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.notify.ReceiverServer.Received;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Notifier;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SlackNotifierTest {
    private ReceiverServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReceiverServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode sent() throws InterruptedException {
        return JsonMapper.shared().readTree(server.next().body());
    }

    private String webhook() {
        return "slack_configs: [{api_url: '" + server.address() + "', channel: '#ops', send_resolved: true}]";
    }

    private String app(String more) {
        return "slack_configs: [{app_url: '" + server.address() + "/api/chat.postMessage', app_token: xoxb-secret,"
                + " channel: '#ops'" + more + "}]";
    }

    @Test
    void webhook_defaults_sayWhatFires() throws Exception {
        assertThat(Notifications.send(webhook(), Notifications.firing())).isEqualTo(Delivery.delivered());
        JsonNode message = sent();
        JsonNode attachment = message.path("attachments").path(0);
        assertThat(message.path("channel").asString()).isEqualTo("#ops");
        assertThat(message.path("username").asString()).isEqualTo("Alertmanager");
        assertThat(attachment.path("title").asString()).isEqualTo("[FIRING:2] Slow (api)");
        assertThat(attachment.path("title_link").asString()).isEqualTo("http://am:9093/#/alerts?receiver=team");
        assertThat(attachment.path("color").asString()).isEqualTo("danger");
    }

    @Test
    void webhook_resolved_isGreen() throws Exception {
        Notifications.send(webhook(), Notifications.resolved());
        JsonNode attachment = sent().path("attachments").path(0);
        assertThat(attachment.path("title").asString()).isEqualTo("[RESOLVED] Slow (api)");
        assertThat(attachment.path("color").asString()).isEqualTo("good");
    }

    @Test
    void fieldsAndActions_areFilled() throws Exception {
        Notifications.send("""
                slack_configs:
                - api_url: '%s'
                  channel: c
                  short_fields: true
                  fields:
                  - {title: Job, value: '{{ .CommonLabels.job }}'}
                  - {title: Long, value: x, short: false}
                  actions:
                  - {type: button, text: Runbook, url: 'http://r/{{ .GroupLabels.alertname }}', style: primary}
                  - {type: button, text: Ack, name: ack, value: '1', confirm: {text: sure, ok_text: 'yes'}}
                """.formatted(server.address()), Notifications.firing());
        assertThat(server.next().body())
                .contains("\"fields\":[{\"title\":\"Job\",\"value\":\"api\",\"short\":true},"
                        + "{\"title\":\"Long\",\"value\":\"x\",\"short\":false}]")
                .contains("\"actions\":[{\"type\":\"button\",\"text\":\"Runbook\",\"url\":\"http://r/Slow\","
                        + "\"style\":\"primary\"},{\"type\":\"button\",\"text\":\"Ack\",\"name\":\"ack\","
                        + "\"value\":\"1\",\"confirm\":{\"text\":\"sure\",\"ok_text\":\"yes\"}}]");
    }

    @Test
    void app_token_isSentAsABearer() throws Exception {
        server.answer(200, "application/json", "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}");
        assertThat(Notifications.send(app(""), Notifications.firing())).isEqualTo(Delivery.delivered());
        Received received = server.next();
        assertThat(received.headers()).containsEntry("Authorization", "Bearer xoxb-secret");
        assertThat(received.path()).isEqualTo("/api/chat.postMessage");
    }

    @ParameterizedTest
    @CsvSource({"channel_not_found, false", "invalid_auth, false", "ratelimited, true", "internal_error, true"})
    void app_errorWithStatusTwoHundred_isAFailure(String error, boolean retryable) throws Exception {
        server.answer(200, "application/json", "{\"ok\":false,\"error\":\"" + error + "\"}");
        assertThat(Notifications.send(app(""), Notifications.firing()))
                .isEqualTo(new Delivery.Failed(retryable, "Slack answered with the error " + error));
    }

    @Test
    void webhook_answerIsNotOk_isRefused() throws Exception {
        server.answer(200, "text/html", "no_service");
        assertThat(Notifications.send(webhook(), Notifications.firing()))
                .isEqualTo(Delivery.refused("Slack answered: no_service"));
    }

    @Test
    void updateMessage_secondNotification_changesTheFirst() throws Exception {
        server.answer(200, "application/json", "{\"ok\":true,\"channel\":\"C1\",\"ts\":\"1.2\"}");
        Notifier notifier =
                Notifications.integration(app(", update_message: true")).notifier();
        notifier.send(Notifications.firing());
        assertThat(server.next().path()).isEqualTo("/api/chat.postMessage");
        notifier.send(Notifications.resolved());
        Received second = server.next();
        assertThat(second.path()).isEqualTo("/api/chat.update");
        assertThat(second.body()).startsWith("{\"channel\":\"C1\",\"ts\":\"1.2\",");
        notifier.send(Notifications.firing());
        assertThat(server.next().path()).isEqualTo("/api/chat.postMessage");
    }
}
