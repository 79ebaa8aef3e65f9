package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.notify.ReceiverServer.Received;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpsgenieNotifierTest {
    private ReceiverServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReceiverServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String receiver(String more) {
        return "opsgenie_configs: [{api_url: '" + server.address() + "/', api_key: key-1" + more + "}]";
    }

    @Test
    void firing_createsAnAlert() throws Exception {
        String responders = ", responders: [{name: 'x,y', type: teams},"
                + " {name: '{{ .CommonLabels.nope }}', type: team}, {id: u1, type: user}]";
        assertThat(Notifications.send(
                        receiver(", tags: 'a,,b', priority: P2, details: {job: mine}" + responders),
                        Notifications.firing()))
                .isEqualTo(Delivery.delivered());
        Received received = server.next();
        assertThat(received.path()).isEqualTo("/v2/alerts");
        assertThat(received.headers()).containsEntry("Authorization", "GenieKey key-1");
        JsonNode alert = JsonMapper.shared().readTree(received.body());
        assertThat(alert.path("alias").asString()).matches("[0-9a-f]{64}");
        assertThat(alert.path("message").asString()).isEqualTo("[FIRING:2] Slow (api)");
        assertThat(alert.path("details").path("job").asString()).isEqualTo("mine");
        assertThat(received.body())
                .contains("\"responders\":[{\"name\":\"x\",\"type\":\"team\"},{\"name\":\"y\",\"type\":\"team\"},"
                        + "{\"id\":\"u1\",\"type\":\"user\"}],\"tags\":[\"a\",\"b\"],\"priority\":\"P2\"");
    }

    @Test
    void resolved_closesTheAlert() throws Exception {
        Notifications.send(receiver(""), Notifications.resolved());
        Received received = server.next();
        assertThat(received.path()).matches("/v2/alerts/[0-9a-f]{64}/close\\?identifierType=alias");
        assertThat(received.body()).isEqualTo("{\"source\":\"http://am:9093/#/alerts?receiver=team\"}\n");
    }

    @Test
    void updateAlerts_changesMessageAndDescription() throws Exception {
        Notifications.send(receiver(", update_alerts: true"), Notifications.firing());
        assertThat(server.next().method()).isEqualTo("POST");
        Received message = server.next();
        assertThat(message.method()).isEqualTo("PUT");
        assertThat(message.path()).endsWith("/message?identifierType=alias");
        assertThat(server.next().path()).endsWith("/description?identifierType=alias");
    }

    @Test
    void longMessage_isCutTo130Characters() throws Exception {
        Notifications.send(receiver(", message: '{{ printf \"%500s\" \"x\" }}'"), Notifications.firing());
        JsonNode alert = JsonMapper.shared().readTree(server.next().body());
        assertThat(alert.path("message").asString()).hasSize(130).endsWith("…");
    }

    @Test
    void refused_doesNotShowTheKey() throws Exception {
        server.answer(422, "text/plain", "key-1 is no key");
        assertThat(Notifications.send(receiver(""), Notifications.firing()))
                .isEqualTo(Delivery.refused("the receiver answered with status 422: <secret> is no key"));
    }
}
