package io.dawsos.observatory.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.dawsos.observatory.alertmanager.alerts.PostedAlert;
import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.schedule.ThreadScheduler;
import io.dawsos.observatory.alertmanager.silence.Silence;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.alertmanager.stage.NotifiedAlert;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same alerts to this alertmanager and to Debian's: both tell the same. */
class RealAlertmanagerTest {
    private static final String PROGRAM = "prometheus-alertmanager";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private final Set<String> theirs = new CopyOnWriteArraySet<>();
    private final Set<String> ours = new CopyOnWriteArraySet<>();
    private HttpServer hook;
    private Process process;
    private ThreadScheduler scheduler;
    private Alertmanager alertmanager;
    private String api;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(isInstalled(), PROGRAM + " is not installed; apt-get install prometheus-alertmanager");
        hook = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hook.createContext("/", this::take);
        hook.start();
        String config = config();
        openTheirs(config);
        openOurs(config);
    }

    private static boolean isInstalled() {
        for (String path : String.valueOf(System.getenv("PATH")).split(":", -1)) {
            if (Files.isExecutable(Path.of(path, PROGRAM))) {
                return true;
            }
        }
        return false;
    }

    @AfterEach
    void close() throws Exception {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
        if (alertmanager != null) {
            alertmanager.close();
            scheduler.close();
        }
        if (hook != null) {
            hook.stop(0);
        }
    }

    private String config() {
        String url = "http://127.0.0.1:" + hook.getAddress().getPort() + "/";
        return """
                route:
                  receiver: all
                  group_by: [job]
                  group_wait: 1s
                  group_interval: 2s
                  repeat_interval: 1h
                  routes:
                    - matchers: ['sev="high"']
                      receiver: pager
                      group_by: ['...']
                      continue: true
                    - matchers: ['sev=~"high|mid"']
                      receiver: chat
                      group_by: [sev, job]
                inhibit_rules:
                  - source_matchers: ['sev="high"']
                    target_matchers: ['sev=~"low|mid"']
                    equal: [job]
                receivers:
                  - name: all
                    webhook_configs: [{url: "%s"}]
                  - name: pager
                    webhook_configs: [{url: "%s"}]
                  - name: chat
                    webhook_configs: [{url: "%s", send_resolved: false}]
                """.formatted(url, url, url);
    }

    private void openTheirs(String config) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Path file = Files.writeString(folder.resolve("alertmanager.yml"), config);
        process = new ProcessBuilder(
                        PROGRAM,
                        "--config.file=" + file,
                        "--storage.path=" + folder.resolve("theirs"),
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("theirs.log").toFile())
                .start();
        api = "http://127.0.0.1:" + port + "/api/v2/";
        await().atMost(Duration.ofSeconds(20))
                .ignoreExceptions()
                .until(() -> get(api + "status").statusCode() == 200);
    }

    private void openOurs(String config) throws IOException {
        AlertmanagerConfig parsed = AlertmanagerConfig.parse("alertmanager.yml", config);
        scheduler = new ThreadScheduler(InstantSource.system());
        alertmanager = Alertmanager.open(
                folder.resolve("ours"),
                AlertmanagerSetup.of(parsed, World.notifiers(parsed, this::take)),
                AlertmanagerSettings.DEFAULT,
                scheduler,
                AlertmanagerMetrics.NONE);
    }

    private static HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode post(String path, Object body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(api + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body().isEmpty() ? JSON.nullNode() : JSON.readTree(response.body());
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode message = JSON.readTree(exchange.getRequestBody().readAllBytes());
        Set<String> alerts = new TreeSet<>();
        for (JsonNode alert : message.get("alerts")) {
            alerts.add(alert.get("status").asString() + " "
                    + alert.get("fingerprint").asString());
        }
        theirs.add(message.get("receiver").asString() + " "
                + message.get("groupKey").asString() + " " + alerts);
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    private Delivery take(Notification notification) {
        Set<String> alerts = new TreeSet<>();
        for (NotifiedAlert alert : notification.alerts()) {
            alerts.add((alert.resolved() ? "resolved " : "firing ") + alert.fingerprint());
        }
        ours.add(notification.receiver() + " " + notification.groupKey() + " " + alerts);
        return Delivery.delivered();
    }

    private void both(Instant start, Instant end, String name, String job, String sev) throws Exception {
        Map<String, String> labels = Map.of("alertname", name, "job", job, "sev", sev, "text", "\"ü\"\n\\");
        post(
                "alerts",
                List.of(Map.of(
                        "labels", labels,
                        "annotations", Map.of("summary", name),
                        "startsAt", start.toString(),
                        "endsAt", end.toString())));
        PostedAlert alert = new PostedAlert(Labels.of(labels), Labels.of("summary", name), start, end, "");
        assertThat(alertmanager.post(List.of(alert)).accepted()).isEqualTo(1);
    }

    private void silenceBoth(String name, Instant end) throws Exception {
        Instant now = Instant.now();
        post(
                "silences",
                Map.of(
                        "matchers",
                        List.of(Map.of("name", "alertname", "value", name, "isRegex", false, "isEqual", true)),
                        "startsAt",
                        now.toString(),
                        "endsAt",
                        end.toString(),
                        "createdBy",
                        "ann",
                        "comment",
                        "known"));
        Matcher matcher = new Matcher(Matcher.Type.EQUAL, "alertname", name);
        alertmanager.silence(new Silence("", List.of(matcher), now, end, now, "ann", "known", false, false));
    }

    private void awaitBoth(int count) {
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() -> {
            assertThat(theirs).as("theirs").hasSizeGreaterThanOrEqualTo(count);
            assertThat(ours).isEqualTo(theirs);
        });
    }

    @Test
    void alertmanagers_sameAlerts_tellTheSame() throws Exception {
        Instant start = Instant.now();
        Instant later = start.plusSeconds(3600);
        silenceBoth("Quiet", later);
        both(start, later, "A", "x", "low");
        both(start, later, "B", "x", "low");
        both(start, later, "Quiet", "x", "low");
        both(start, later, "C", "y", "high");
        both(start, later, "D", "y", "mid");
        both(start, later, "E", "y", "low");
        both(start, later, "F", "z", "mid");
        awaitBoth(4);
        both(start, later, "G", "x", "low");
        both(start, Instant.now(), "A", "x", "low");
        both(start, Instant.now(), "F", "z", "mid");
        awaitBoth(5);
        both(start, Instant.now(), "C", "y", "high");
        // What C kept quiet is told now.
        awaitBoth(8);
        both(start, Instant.now(), "B", "x", "low");
        both(start, Instant.now(), "G", "x", "low");
        both(start, Instant.now(), "Quiet", "x", "low");
        both(start, Instant.now(), "E", "y", "low");
        both(Instant.now(), later, "F", "z", "mid");
        awaitBoth(10);
        List<String> shown = new ArrayList<>();
        for (JsonNode alert : JSON.readTree(get(api + "alerts").body())) {
            shown.add(alert.get("fingerprint").asString() + " "
                    + alert.get("status").get("state").asString());
        }
        assertThat(alertmanager.alerts().stream()
                        .map(view -> view.alert().fingerprintText() + " "
                                + view.state().text())
                        .toList())
                .containsExactlyInAnyOrderElementsOf(shown);
    }
}
