package io.dawsos.observatory.rules.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AlertSenderTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final Counted counted = new Counted();

    @TempDir
    private Path folder;

    /** What a listener heard. */
    private static final class Counted implements SendListener {
        final AtomicInteger sent = new AtomicInteger();
        final AtomicInteger failed = new AtomicInteger();
        final AtomicInteger dropped = new AtomicInteger();
        final List<String> reasons = new CopyOnWriteArrayList<>();

        @Override
        public void sent(URI alertmanager, int alerts, Duration took) {
            sent.addAndGet(alerts);
        }

        @Override
        public void failed(URI alertmanager, int alerts, String reason) {
            failed.addAndGet(alerts);
            reasons.add(reason);
        }

        @Override
        public void dropped(URI alertmanager, int alerts) {
            dropped.addAndGet(alerts);
        }
    }

    /** Takes alerts over HTTP, and can be held or told to refuse. */
    private static final class Endpoint implements AutoCloseable {
        final HttpServer server;
        final List<JsonNode> bodies = new CopyOnWriteArrayList<>();
        final List<String> paths = new CopyOnWriteArrayList<>();
        volatile int status = 200;
        volatile CountDownLatch held = new CountDownLatch(0);
        final AtomicInteger begun = new AtomicInteger();

        Endpoint() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                begun.incrementAndGet();
                try {
                    held.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization"));
                bodies.add(JsonMapper.shared().readTree(body));
                exchange.sendResponseHeaders(status, -1);
                exchange.close();
            });
            server.start();
        }

        String address() {
            return "127.0.0.1:" + server.getAddress().getPort();
        }

        int alerts() {
            return bodies.stream().mapToInt(JsonNode::size).sum();
        }

        @Override
        public void close() {
            held.countDown();
            server.stop(0);
        }
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
    }

    private Endpoint endpoint() throws IOException {
        Endpoint endpoint = new Endpoint();
        opened.add(endpoint);
        return endpoint;
    }

    private static AlertingConfig config(String text) {
        return AlertingConfig.read(ConfigFile.parse("prometheus.yml", text).map());
    }

    private AlertSender sender(String config, int capacity, InstantSource clock) {
        AlertSender sender = new AlertSender(config(config), capacity, counted, clock);
        opened.add(sender);
        return sender;
    }

    private AlertSender sender(String config) {
        return sender(config, 100, InstantSource.fixed(NOW));
    }

    private static String to(Endpoint... endpoints) {
        List<String> addresses =
                List.of(endpoints).stream().map(Endpoint::address).toList();
        return "alertmanagers: [{static_configs: [{targets: " + addresses + "}]}]";
    }

    private static List<Alert> alerts(int from, int count) {
        List<Alert> alerts = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            alerts.add(new Alert(
                    Labels.of("alertname", "A", "n", "" + i),
                    Labels.of("summary", "\"quoted\" ü"),
                    NOW,
                    NOW.plusSeconds(240),
                    "http://localhost/graph?x"));
        }
        return alerts;
    }

    @Test
    void alert_sent_arrivesAsApiV2WantsIt() throws IOException {
        Endpoint endpoint = endpoint();
        sender(
                        "alertmanagers: [{path_prefix: /am/, basic_auth: {username: u, password: p}, static_configs: [{targets: ['"
                                + endpoint.address() + "']}]}]")
                .receive(alerts(0, 1));
        await().atMost(PATIENCE).until(() -> endpoint.bodies.size() == 1);
        assertThat(endpoint.paths).containsExactly("POST /am/api/v2/alerts Basic dTpw");
        assertThat(endpoint.bodies.getFirst()).isEqualTo(JsonMapper.shared().readTree("""
                                [{"labels": {"alertname": "A", "n": "0"}, "annotations": {"summary": "\\"quoted\\" ü"},
                                "startsAt": "2026-01-01T00:00:00Z", "endsAt": "2026-01-01T00:04:00Z",
                                "generatorURL": "http://localhost/graph?x"}]"""));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(counted.sent).hasValue(1));
    }

    @Test
    void alerts_manyAtOnce_arriveInBatchesAtEveryAlertmanager() throws IOException {
        Endpoint one = endpoint();
        Endpoint two = endpoint();
        sender(to(one, two), 1000, InstantSource.fixed(NOW)).receive(alerts(0, 600));
        await().atMost(PATIENCE).until(() -> one.alerts() == 600 && two.alerts() == 600);
        assertThat(one.bodies).hasSize(3).allSatisfy(body -> assertThat(body.size())
                .isLessThanOrEqualTo(256));
    }

    @Test
    void alertmanager_thatHangs_keepsNoOtherWaitingAndDropsTheOldest() throws IOException {
        Endpoint hanging = endpoint();
        hanging.held = new CountDownLatch(1);
        Endpoint other = endpoint();
        AlertSender sender = sender(to(hanging, other), 10, InstantSource.fixed(NOW));
        sender.receive(alerts(0, 1));
        await().atMost(PATIENCE).until(() -> hanging.begun.get() == 1 && other.alerts() == 1);
        sender.receive(alerts(1, 10));
        await().atMost(PATIENCE).until(() -> other.alerts() == 11);
        sender.receive(alerts(11, 5));
        await().atMost(PATIENCE).until(() -> other.alerts() == 16);
        assertThat(counted.dropped).hasValue(5);
        assertThat(sender.waiting()).isEqualTo(10);
        hanging.held.countDown();
        await().atMost(PATIENCE).until(() -> hanging.alerts() == 11);
        assertThat(hanging.bodies.getLast().get(0).path("labels").path("n").asString())
                .isEqualTo("6");
    }

    @Test
    void alertmanager_thatRefuses_isCounted() throws IOException {
        Endpoint endpoint = endpoint();
        endpoint.status = 400;
        sender(to(endpoint)).receive(alerts(0, 2));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(counted.failed).hasValue(2));
        assertThat(counted.reasons).containsExactly("it answered 400");
    }

    @Test
    void sender_closed_hasSentWhatWaited() throws IOException {
        Endpoint endpoint = endpoint();
        AlertSender sender = new AlertSender(config(to(endpoint)), 100, counted, InstantSource.fixed(NOW));
        sender.receive(alerts(0, 3));
        sender.close();
        assertThat(endpoint.alerts()).isEqualTo(3);
        sender.receive(alerts(3, 1));
        assertThat(endpoint.alerts()).isEqualTo(3);
    }

    @Test
    void alerts_relabelled_arriveWithExternalLabels() {
        AlertingConfig config = config("""
                alert_relabel_configs:
                - {action: labeldrop, regex: replica}
                - {action: drop, source_labels: [n], regex: '1'}
                """);
        List<Alert> received = new ArrayList<>();
        Labels external = Labels.of("region", "eu", "replica", "a", "alertname", "external");
        new RelabelledAlerts(external, config.relabelling(), received::addAll).receive(alerts(0, 2));
        assertThat(received)
                .extracting(Alert::labels)
                .containsExactly(Labels.of("alertname", "A", "n", "0", "region", "eu"));
    }

    @Test
    void files_ofTargets_areReadAgainAfterTheirInterval() throws IOException {
        Path file = folder.resolve("targets.yml");
        Files.writeString(file, "- targets: ['a.example:9093']\n");
        AtomicInteger seconds = new AtomicInteger();
        Path main = folder.resolve("prometheus.yml");
        Files.writeString(
                main,
                "alertmanagers:\n- scheme: https\n  file_sd_configs: [{files: [target*.yml], refresh_interval: 30s}]\n");
        AlertSender sender = new AlertSender(
                AlertingConfig.read(ConfigFile.read(main).map()), 10, counted, () -> NOW.plusSeconds(seconds.get()));
        opened.add(sender);
        assertThat(sender.alertmanagers()).containsExactly(URI.create("https://a.example:9093/api/v2/alerts"));
        Files.writeString(file, "- targets: ['b.example:9093']\n");
        assertThat(sender.alertmanagers()).containsExactly(URI.create("https://a.example:9093/api/v2/alerts"));
        seconds.set(30);
        assertThat(sender.alertmanagers()).containsExactly(URI.create("https://b.example:9093/api/v2/alerts"));
        Files.writeString(file, "- targets: 5\n");
        seconds.set(60);
        assertThat(sender.alertmanagers()).containsExactly(URI.create("https://b.example:9093/api/v2/alerts"));
    }

    @Test
    void addresses_relabelled_mayChangeOrVanish() {
        AlertSender sender = sender("""
                alertmanagers:
                - static_configs: [{targets: ['a:1', 'b:2'], labels: {zone: x}}]
                  relabel_configs:
                  - {action: drop, source_labels: [__address__], regex: 'b:.*'}
                  - {source_labels: [zone], target_label: __alerts_path__, replacement: '/$1/alerts'}
                """);
        assertThat(sender.alertmanagers()).containsExactly(URI.create("http://a:1/x/alerts"));
    }

    @Test
    void section_wrongOrUnsupported_isRefusedByName() {
        refused("alertmanagers: [{api_version: v1}]", "alertmanagers[0].api_version", "v2");
        refused("alertmanagers: [{scheme: ftp}]", "http or https");
        refused("alertmanagers: [{kubernetes_sd_configs: [{role: pod}]}]", "kubernetes_sd_configs", "not supported");
        refused("alertmanagers: [{static_configs: [{targets: ['http://a']}]}]", "host:port");
        refused("alertmanager: []", "alertmanagers");
    }

    private static void refused(String text, String... parts) {
        assertThatThrownBy(() -> config(text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContainingAll(parts);
    }
}
