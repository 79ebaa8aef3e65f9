package io.dawsos.observatory.server;

import static io.dawsos.observatory.server.TestServer.encoded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** promtool, amtool and a Prometheus, as their users call them. */
class RealClientsTest {
    @TempDir
    Path folder;

    @Test
    void promtool_eachQuery_isAnswered() throws IOException, InterruptedException {
        assumeTrue(RealPrometheus.isInstalled(), "prometheus and promtool are not installed");
        try (TestServer server = TestServer.start(folder)) {
            long now = System.currentTimeMillis();
            server.observatory()
                    .store()
                    .appender()
                    .append(Labels.of("__name__", "up", "job", "shop"), now - 1000, 1)
                    .commit();
            String address = server.address().toString();
            assertThat(RealPrometheus.run("promtool", "query", "instant", address, "up"))
                    .contains("up{job=\"shop\"} => 1");
            assertThat(RealPrometheus.run("promtool", "query", "range", "--step=15s", address, "up"))
                    .contains("up{job=\"shop\"}");
            assertThat(RealPrometheus.run("promtool", "query", "series", "--match=up", address))
                    .contains("job=\"shop\"");
            assertThat(RealPrometheus.run("promtool", "query", "labels", address, "job"))
                    .contains("shop");
        }
    }

    @Test
    void amtool_alertsAndSilences_areMadeAndShown() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/amtool")), "amtool is not installed");
        Path file = Files.writeString(
                folder.resolve("alertmanager.yml"), "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
        try (TestServer server = TestServer.start(ServerSettings.in(folder.resolve("data"), null, file))) {
            String at = "--alertmanager.url=" + server.address();
            RealPrometheus.run("amtool", at, "alert", "add", "Fire", "severity=critical", "--annotation=summary=hot");
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> RealPrometheus.run("amtool", at, "alert").contains("Fire"));
            String added = RealPrometheus.run(
                    "amtool",
                    at,
                    "silence",
                    "add",
                    "alertname=Fire",
                    "--author=me",
                    "--comment=drill",
                    "--duration=1h");
            String id = added.strip().lines().toList().getLast();
            assertThat(RealPrometheus.run("amtool", at, "silence", "query")).contains(id, "drill");
            assertThat(RealPrometheus.run("amtool", at, "alert")).doesNotContain("Fire");
            assertThat(RealPrometheus.run("amtool", at, "alert", "query", "--silenced"))
                    .contains("Fire");
            RealPrometheus.run("amtool", at, "silence", "expire", id);
            assertThat(RealPrometheus.run("amtool", at, "silence", "query")).doesNotContain(id);
            assertThat(RealPrometheus.run("amtool", at, "config", "show")).contains("receiver: \"nobody\"");
        }
    }

    @Test
    void prometheus_remoteWritesIntoIt_bothAnswerAlike() throws IOException, InterruptedException {
        assumeTrue(RealPrometheus.isInstalled(), "prometheus and promtool are not installed");
        try (TestServer server = TestServer.start(folder.resolve("ours"));
                RealPrometheus theirs = RealPrometheus.start(folder, folder.resolve("theirs"), """
                        global: {scrape_interval: 1s}
                        scrape_configs:
                          - job_name: ours
                            static_configs: [{targets: ["127.0.0.1:%d"]}]
                        remote_write:
                          - url: %s/api/v1/write
                            queue_config: {batch_send_deadline: 200ms}
                        """.formatted(
                                server.observatory().port(), server.address()))) {
            await().atMost(Duration.ofSeconds(40))
                    .until(() -> count(server.get("/api/v1/query?query=" + encoded("count_over_time(up[5m])"))
                                    .body())
                            >= 6);
            String query = "/api/v1/query?query=" + encoded("up{job=\"ours\"}") + "&time="
                    + (System.currentTimeMillis() / 1000 - 4);
            JsonNode wanted = JsonMapper.shared().readTree(theirs.get(query).body());
            assertThat(server.json(query)).isEqualTo(wanted);
        }
    }

    private static double count(String body) {
        return JsonMapper.shared()
                .readTree(body)
                .path("data")
                .path("result")
                .path(0)
                .path("value")
                .path(1)
                .asDouble(0);
    }
}
