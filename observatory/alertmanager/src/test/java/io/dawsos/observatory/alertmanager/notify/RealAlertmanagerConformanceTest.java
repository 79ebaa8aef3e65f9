package io.dawsos.observatory.alertmanager.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.notify.ReceiverServer.Received;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Integration;
import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.alertmanager.stage.NotificationReason;
import io.dawsos.observatory.alertmanager.stage.NotifiedAlert;
import io.dawsos.observatory.alertmanager.template.NotificationTemplates;
import io.dawsos.observatory.model.Labels;
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
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same configuration and alerts through Debian's Alertmanager: what it sends is what we send, byte for byte. */
class RealAlertmanagerConformanceTest {
    private static final Path PROGRAM = Path.of("/usr/bin/prometheus-alertmanager");
    private static final String EXTERNAL_URL = "http://alerts.example.org/am";
    private static final String CONFIG = """
            route: {receiver: team.one, group_by: [alertname], group_wait: 100ms, group_interval: 1s}
            templates: ['TEMPLATES']
            receivers:
            - name: team.one
              webhook_configs:
              - {url: 'SERVER/webhook'}
              - {url: 'SERVER/one', max_alerts: 1}
              pagerduty_configs:
              - url: SERVER/pagerduty
                routing_key: rk
                severity: '{{ .CommonLabels.severity }}'
                class: deploy
                component: '{{ len .Alerts }}'
                images: [{src: 'http://i/{{ .Status }}.png', alt: a, href: 'http://i'}]
                links: [{href: 'http://l', text: 'run <book> & more'}]
              slack_configs:
              - api_url: SERVER/slack
                channel: '#ops'
                send_resolved: true
                title: '{{ template "ours" . }}'
                text: '{{ range .Alerts }}{{ .Annotations.summary }} since {{ .StartsAt.Format "15:04:05" }}{{ "\\n" }}{{ end }}'
                fields: [{title: 'a', value: '{{ .CommonLabels.job }}', short: true}, {title: b, value: c}]
                actions: [{type: button, text: go, url: 'http://g/?q={{ .GroupLabels.alertname | urlquery }}'}]
              opsgenie_configs:
              - {api_url: 'SERVER/opsgenie/', api_key: key, tags: 'a,{{ .Status }}', priority: P1}
            """;

    /** What Debian's version, which is older, says otherwise. */
    private static final String TEMPLATES = """
            {{ define "__alertmanager" }}AlertManager{{ end }}
            {{ define "ours" }}{{ .Status | toUpper | printf "%-10s|" }}{{ with index .Alerts 0 }}{{ .Labels.job | title }}{{ end }}{{ end }}
            """;

    @TempDir
    private Path folder;

    @Test
    void notifications_ofTheRealOne_areOursToTheByte() throws Exception {
        assumeTrue(Files.isExecutable(PROGRAM), "no Alertmanager at " + PROGRAM);
        try (ReceiverServer server = new ReceiverServer()) {
            AlertmanagerConfig config = config(server);
            Map<String, String> theirs = fromTheRealOne(server);
            Map<String, String> ours = ours(config, server, JsonMapper.shared().readTree(theirs.get("/webhook")));
            assertThat(ours).isEqualTo(theirs);
        }
    }

    private AlertmanagerConfig config(ReceiverServer server) throws IOException {
        Path templates = Files.writeString(folder.resolve("ours.tmpl"), TEMPLATES);
        String text = CONFIG.replace("SERVER", server.address()).replace("TEMPLATES", templates.toString());
        return AlertmanagerConfig.read(Files.writeString(folder.resolve("alertmanager.yml"), text));
    }

    /** Bodies by paths. */
    private Map<String, String> fromTheRealOne(ReceiverServer server) throws Exception {
        int port = freePort();
        Process program = new ProcessBuilder(
                        PROGRAM.toString(),
                        "--config.file=" + folder.resolve("alertmanager.yml"),
                        "--storage.path=" + Files.createDirectory(folder.resolve("data")),
                        "--cluster.listen-address=",
                        "--web.external-url=" + EXTERNAL_URL,
                        "--web.route-prefix=/",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("alertmanager.log").toFile())
                .start();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .until(() -> status(HttpRequest.newBuilder(api(port, "/-/ready"))) == 200);
            assertThat(status(HttpRequest.newBuilder(api(port, "/api/v2/alerts"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(alerts()))))
                    .isEqualTo(200);
            return bodies(server, 5);
        } finally {
            program.destroy();
            assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static URI api(int port, String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String alerts() {
        return """
                [{"labels": {"alertname": "Slow", "job": "api", "severity": "critical", "instance": "a:1"},
                  "annotations": {"summary": "p95 is <1.2 s & \\"rising\\" é\\t😀"}, "startsAt": "%1$s",
                  "generatorURL": "http://p/graph?g0.expr=a%%3E1&g0.tab=1"},
                 {"labels": {"alertname": "Slow", "job": "api", "severity": "critical", "instance": "b:1"},
                  "annotations": {"summary": "the same"}, "startsAt": "%1$s"}]
                """.formatted(Instant.now().minusSeconds(90).truncatedTo(ChronoUnit.MILLIS));
    }

    private static Map<String, String> bodies(ReceiverServer server, int count) throws InterruptedException {
        Map<String, String> bodies = new TreeMap<>();
        for (int i = 0; i < count; i++) {
            Received received = server.next();
            bodies.put(received.path(), received.body());
        }
        return bodies;
    }

    /** The same notification as the web hook of the real one had. */
    private static Map<String, String> ours(AlertmanagerConfig config, ReceiverServer server, JsonNode webhook)
            throws Exception {
        InstantSource clock = InstantSource.system();
        NotificationTemplates templates = NotificationTemplates.read(config.templates(), clock);
        Notifiers notifiers = new Notifiers(config, templates, URI.create(EXTERNAL_URL), clock);
        List<Integration> integrations = notifiers.integrations("team.one");
        for (Integration integration : integrations) {
            assertThat(integration.notifier().send(notification(webhook, clock.instant())))
                    .as(integration.toString())
                    .isEqualTo(Delivery.delivered());
        }
        return bodies(server, integrations.size());
    }

    private static Notification notification(JsonNode webhook, Instant now) {
        List<NotifiedAlert> alerts = new ArrayList<>();
        for (JsonNode alert : webhook.path("alerts")) {
            alerts.add(new NotifiedAlert(
                    labels(alert.path("labels")),
                    labels(alert.path("annotations")),
                    Instant.parse(alert.path("startsAt").asString()),
                    null,
                    alert.path("generatorURL").asString(),
                    alert.path("fingerprint").asString()));
        }
        return new Notification(
                "team.one",
                "any",
                0,
                webhook.path("groupKey").asString(),
                labels(webhook.path("groupLabels")),
                alerts,
                new NotificationReason(NotificationReason.Kind.NEW_ALERTS, "new alerts"),
                false,
                now,
                now.plusSeconds(20),
                Duration.ofHours(4));
    }

    private static Labels labels(JsonNode object) {
        Map<String, String> labels = new TreeMap<>();
        object.properties()
                .forEach(field -> labels.put(field.getKey(), field.getValue().asString()));
        return Labels.of(labels);
    }
}
