package io.dawsos.observatory.rules.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.promql.Engine;
import io.dawsos.observatory.rules.GroupEvaluation;
import io.dawsos.observatory.rules.RuleContext;
import io.dawsos.observatory.rules.RuleFile;
import io.dawsos.observatory.tsdb.StoreSettings;
import io.dawsos.observatory.tsdb.TimeSeriesStore;
import java.io.IOException;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Rules alert into the installed Alertmanager. */
class RealAlertmanagerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RULES = """
            groups:
            - name: g
              rules:
              - alert: Down
                expr: up == 0
                labels: {severity: page}
                annotations: {summary: '{{ $labels.job }} is down'}
            """;

    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    @Test
    void alert_firingAndResolved_isSeenSoByAlertmanager() throws Exception {
        assumeTrue(isInstalled(), "prometheus-alertmanager is not installed");
        int port = freePort();
        String address = "127.0.0.1:" + port;
        Process process = start(address);
        try {
            await().atMost(PATIENCE).until(() -> isReady(process, address));
            alertInto(address);
        } finally {
            process.destroy();
            await().atMost(PATIENCE).until(() -> !process.isAlive());
        }
    }

    private void alertInto(String address) throws IOException, InterruptedException {
        AlertingConfig config = AlertingConfig.read(ConfigFile.parse(
                        "prometheus.yml", "alertmanagers: [{static_configs: [{targets: ['" + address + "']}]}]")
                .map());
        Instant start = Instant.now().minusSeconds(120);
        try (TimeSeriesStore store = TimeSeriesStore.open(
                        folder.resolve("data"), StoreSettings.DEFAULT.withBackground(false), InstantSource.system());
                Engine engine = Engine.builder().build();
                AlertSender sender = new AlertSender(
                        config, AlertSender.DEFAULT_CAPACITY, SendListener.NONE, InstantSource.system())) {
            RuleContext context = RuleContext.of(engine, store, store, InstantSource.system())
                    .withAlerts(new RelabelledAlerts(Labels.of("region", "eu"), List.of(), sender));
            GroupEvaluation group = new GroupEvaluation(
                    RuleFile.parse("rules.yml", RULES).groups().getFirst(), context);
            put(store, start, 0);
            group.evaluate(start);
            await().atMost(PATIENCE).until(() -> alerts(address).size() == 1);
            JsonNode alert = alerts(address).get(0);
            assertThat(alert.path("labels"))
                    .isEqualTo(
                            JsonMapper.shared()
                                    .readTree(
                                            "{\"alertname\":\"Down\",\"job\":\"api\",\"region\":\"eu\",\"severity\":\"page\"}"));
            assertThat(alert.path("annotations").path("summary").asString()).isEqualTo("api is down");
            assertThat(Instant.parse(alert.path("startsAt").asString()).toEpochMilli())
                    .isEqualTo(start.toEpochMilli());
            put(store, start.plusSeconds(30), 1);
            group.evaluate(start.plusSeconds(60));
            await().atMost(PATIENCE).until(() -> alerts(address).isEmpty());
        }
    }

    private static void put(TimeSeriesStore store, Instant at, double value) throws IOException {
        Labels up = Labels.of("__name__", "up", "job", "api");
        assertThat(store.appender()
                        .append(up, at.toEpochMilli(), value)
                        .commit()
                        .appended())
                .isEqualTo(1);
    }

    private JsonNode alerts(String address) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(address, "/api/v2/alerts").body());
    }

    private boolean isReady(Process process, String address) throws InterruptedException {
        assertThat(process.isAlive()).as("Alertmanager runs").isTrue();
        try {
            return get(address, "/-/ready").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpResponse<String> get(String address, String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://" + address + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private Process start(String address) throws IOException {
        Path config = Files.writeString(
                folder.resolve("alertmanager.yml"), "route: {receiver: none}\nreceivers: [{name: none}]\n");
        return new ProcessBuilder(
                        "prometheus-alertmanager",
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=" + address,
                        "--cluster.listen-address=")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static boolean isInstalled() {
        return List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, "prometheus-alertmanager")));
    }
}
