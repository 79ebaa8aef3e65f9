package io.dawsos.observatory.server;

import static io.dawsos.observatory.server.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dawsos.observatory.server.pages.PageCatcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** From a scrape of itself over a rule to a page, in one process. */
class AlertingEndToEndTest {
    @TempDir
    Path folder;

    @Test
    void rule_thatFires_pages() throws IOException, InterruptedException {
        try (PageCatcher pages = PageCatcher.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), _ -> {}, InstantSource.system())) {
            Path alertmanager = Files.writeString(folder.resolve("alertmanager.yml"), """
                    global:
                      pagerduty_url: http://127.0.0.1:%d/v2/enqueue
                    route:
                      receiver: pager
                      group_wait: 10ms
                      group_interval: 1s
                    receivers:
                      - name: pager
                        pagerduty_configs:
                          - routing_key: a-key-that-nobody-may-see
                    """.formatted(pages.port()));
            Files.writeString(folder.resolve("rules.yml"), """
                    groups:
                      - name: here
                        interval: 500ms
                        rules:
                          - record: answer
                            expr: vector(42)
                          - alert: Always
                            expr: answer > 41
                            labels: {severity: critical}
                            annotations: {summary: "It is {{ $value }}"}
                    """);
            Path prometheus = Files.writeString(folder.resolve("prometheus.yml"), """
                    rule_files: [rules.yml]
                    alerting:
                      alertmanagers: [{static_configs: [{targets: ["127.0.0.1:1"]}]}]
                    """);
            try (TestServer server =
                    TestServer.start(ServerSettings.in(folder.resolve("data"), prometheus, alertmanager))) {
                await().atMost(Duration.ofSeconds(30))
                        .until(() -> !pages.caught().isEmpty());
                assertThat(pages.caught().getFirst()).contains("PAGE", "Always");
                told(server);
            }
        }
    }

    private static void told(TestServer server) throws IOException, InterruptedException {
        JsonNode alerts = server.json("/api/v2/alerts?filter=" + encoded("severity=\"critical\""));
        assertThat(alerts).hasSize(1);
        assertThat(alerts.path(0).path("labels").path("alertname").asString()).isEqualTo("Always");
        assertThat(server.json("/api/v1/alerts")
                        .path("data")
                        .path("alerts")
                        .path(0)
                        .path("value")
                        .asString())
                .isEqualTo("4.2e+01");
        String firing = "/api/v1/query?query=" + encoded("ALERTS{alertstate=\"firing\"}");
        await("the series of the alert is written after it is told")
                .atMost(Duration.ofSeconds(10))
                .until(() -> server.json(firing).path("data").path("result").size() == 1);
        JsonNode group =
                server.json("/api/v1/rules").path("data").path("groups").path(0);
        assertThat(group.path("rules").path(1).path("state").asString()).isEqualTo("firing");
        assertThat(server.get("/api/v2/status").body()).doesNotContain("a-key-that-nobody-may-see");
    }

    @Test
    void reload_fileThatIsBad_keepsTheOldRulesAndSaysWhy() throws IOException, InterruptedException {
        Path rules = Files.writeString(
                folder.resolve("rules.yml"), "groups: [{name: a, rules: [{record: one, expr: vector(1)}]}]");
        Path prometheus = Files.writeString(folder.resolve("prometheus.yml"), "rule_files: [rules.yml]\n");
        try (TestServer server = TestServer.start(ServerSettings.in(folder.resolve("data"), prometheus, null))) {
            Files.writeString(rules, "groups: [{name: a, rules: [{record: one, expr: vector(}]}]");
            HttpResponse<String> bad = server.post("/-/reload", "text/plain", "");
            assertThat(bad.statusCode()).isEqualTo(500);
            assertThat(bad.body()).contains("rules.yml:1");
            assertThat(names(server)).isEqualTo("one");
            Files.writeString(rules, "groups: [{name: a, rules: [{record: two, expr: vector(2)}]}]");
            assertThat(server.post("/-/reload", "text/plain", "").statusCode()).isEqualTo(200);
            assertThat(names(server)).isEqualTo("two");
        }
    }

    private static String names(TestServer server) throws IOException, InterruptedException {
        return server.json("/api/v1/rules")
                .path("data")
                .path("groups")
                .path(0)
                .path("rules")
                .path(0)
                .path("name")
                .asString();
    }

    @Test
    void configurationWithSecrets_shown_hidesThem() throws IOException, InterruptedException {
        Path prometheus = Files.writeString(folder.resolve("prometheus.yml"), """
                scrape_configs:
                  - job_name: shop
                    basic_auth: {username: me, password: open-sesame}
                    static_configs: [{targets: []}]
                """);
        try (TestServer server = TestServer.start(ServerSettings.in(folder.resolve("data"), prometheus, null))) {
            String shown = server.json("/api/v1/status/config")
                    .path("data")
                    .path("yaml")
                    .asString();
            assertThat(shown).contains("shop", "<secret>").doesNotContain("open-sesame");
        }
    }
}
