package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Integration;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PagerDutyNotifierTest {
    private ReceiverServer server;

    @BeforeEach
    void start() throws IOException {
        server = new ReceiverServer();
        server.answer(202, "application/json", "{\"status\":\"success\"}");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode sent() throws InterruptedException {
        return JsonMapper.shared().readTree(server.next().body());
    }

    private String version2(String more) {
        return "pagerduty_configs: [{url: '" + server.address() + "/v2/enqueue', routing_key: rk" + more + "}]";
    }

    @Test
    void version2_firing_triggers() throws Exception {
        Integration integration = Notifications.integration(version2(""));
        assertThat(integration.kind()).isEqualTo("pagerduty");
        assertThat(integration.sendResolved()).isTrue();
        assertThat(integration.notifier().send(Notifications.firing())).isEqualTo(Delivery.delivered());
        JsonNode event = sent();
        assertThat(event.path("routing_key").asString()).isEqualTo("rk");
        assertThat(event.path("event_action").asString()).isEqualTo("trigger");
        assertThat(event.path("dedup_key").asString()).matches("[0-9a-f]{64}");
        JsonNode payload = event.path("payload");
        assertThat(payload.path("summary").asString()).isEqualTo("[FIRING:2] Slow (api)");
        assertThat(payload.path("severity").asString()).isEqualTo("error");
        assertThat(payload.path("source").asString()).isEqualTo("Alertmanager");
        assertThat(payload.path("custom_details").path("num_firing").asString()).isEqualTo("2");
        assertThat(payload.path("custom_details").path("firing").asString()).contains(" - instance = a:1");
    }

    @Test
    void version2_resolved_resolvesTheSameKey() throws Exception {
        Notifications.send(version2(""), Notifications.firing());
        Notifications.send(version2(""), Notifications.resolved());
        JsonNode first = sent();
        JsonNode second = sent();
        assertThat(second.path("event_action").asString()).isEqualTo("resolve");
        assertThat(second.path("dedup_key")).isEqualTo(first.path("dedup_key"));
    }

    @Test
    void version2_imagesLinksAndDetails_areFilled() throws Exception {
        Notifications.send(
                version2(", severity: '{{ .CommonLabels.job }}', images: [{src: 'http://i', alt: a}, {src: ''}],"
                        + " links: [{href: 'http://l'}], details: {deep: {list: ['{{ .Status }}']}}"),
                Notifications.firing());
        JsonNode event = sent();
        JsonNode details = event.path("payload").path("custom_details");
        assertThat(event.path("images").size()).isEqualTo(1);
        assertThat(event.path("links").path(0).path("text").asString()).isEqualTo("http://l");
        assertThat(event.path("payload").path("severity").asString()).isEqualTo("api");
        assertThat(details.path("deep").path("list").path(0).asString()).isEqualTo("firing");
    }

    @Test
    void version2_longSummary_isCutTo1024Characters() throws Exception {
        Notifications.send(version2(", description: '{{ printf \"%-2000s\" \"é\" }}x'"), Notifications.firing());
        assertThat(sent().path("payload").path("summary").asString())
                .hasSize(1024)
                .endsWith("…");
    }

    @Test
    void version2_tooLarge_losesItsDetails() throws Exception {
        Notifications.send(version2(", details: {large: '{{ printf \"%600000s\" \"x\" }}'}"), Notifications.firing());
        assertThat(sent().path("payload").path("custom_details").path("error").asString())
                .contains("exceeds the maximum size of 512KB");
    }

    @Test
    void version1_serviceKey_isItsOwnFormat() throws Exception {
        String receiver =
                "pagerduty_configs: [{url: '" + server.address() + "', service_key: sk, details: {firing: x}}]";
        Notifications.send(receiver, Notifications.firing());
        JsonNode event = sent();
        assertThat(event.path("service_key").asString()).isEqualTo("sk");
        assertThat(event.path("event_type").asString()).isEqualTo("trigger");
        assertThat(event.path("incident_key").asString()).matches("[0-9a-f]{64}");
        assertThat(event.path("description").asString()).isEqualTo("[FIRING:2] Slow (api)");
        assertThat(event.path("client").asString()).isEqualTo("Alertmanager");
        assertThat(event.path("details").path("firing").asString()).isEqualTo("x");
        assertThat(event.path("payload").isNull()).isTrue();
    }

    @Test
    void version1_tooManyRequests_isRetriedThoughItsStatusIs403() throws Exception {
        server.answer(403, "text/plain", "slow down, sk-12345");
        String receiver = "pagerduty_configs: [{url: '" + server.address() + "', service_key: sk-12345}]";
        assertThat(Notifications.send(receiver, Notifications.firing()))
                .isEqualTo(Delivery.failed("the receiver answered with status 403: slow down, <secret>"));
        assertThat(Notifications.send(version2(""), Notifications.firing()))
                .isInstanceOfSatisfying(Delivery.Failed.class, failed -> assertThat(failed.retryable())
                        .isFalse());
    }
}
