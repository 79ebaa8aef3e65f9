package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.alerts.PostedAlert;
import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.schedule.ThreadScheduler;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.model.Labels;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A process that takes alerts and tells of them until it is killed. On its output it says before each alert that it will be
 * posted and afterwards that it was acknowledged: {@code try 7} and {@code ack 7}. Alert n is in group n/4; every tenth is
 * resolved some alerts later, which is {@code -7}. Of each group an alert fires that keeps another quiet, which is posted too.
 */
final class KillableAlertmanager {
    static final String CONFIG = """
            route:
              receiver: hook
              group_by: [g]
              group_wait: 300ms
              group_interval: 400ms
              repeat_interval: 1h
            inhibit_rules:
              - source_matchers: [alertname="Down"]
                target_matchers: [alertname="Slow"]
                equal: [g]
            receivers:
              - name: hook
                webhook_configs: [{url: "http://localhost/"}]
            """;

    private final Alertmanager alertmanager;
    private final PrintStream out;
    private final AtomicLong next;

    private KillableAlertmanager(Alertmanager alertmanager, PrintStream out, long first) {
        this.alertmanager = alertmanager;
        this.out = out;
        this.next = new AtomicLong(first);
    }

    /** @param args folder, port of the receiver, number of the first alert or -1 for none */
    public static void main(String[] args) throws Exception {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        int port = Integer.parseInt(args[1]);
        AlertmanagerConfig config = AlertmanagerConfig.parse("alertmanager.yml", CONFIG);
        AlertmanagerSettings settings =
                AlertmanagerSettings.DEFAULT.withSettle(Duration.ofMillis(500)).withCompactBytes(20_000);
        ThreadScheduler scheduler = new ThreadScheduler(InstantSource.system());
        Alertmanager alertmanager = Alertmanager.open(
                Path.of(args[0]),
                AlertmanagerSetup.of(config, World.notifiers(config, notification -> send(notification, port))),
                settings,
                scheduler,
                AlertmanagerMetrics.NONE);
        alertmanager.problems().forEach(problem -> out.println("problem " + problem));
        out.println("open");
        long first = Long.parseLong(args[2]);
        if (first >= 0) {
            KillableAlertmanager killable = new KillableAlertmanager(alertmanager, out, first);
            Thread.ofPlatform().start(killable::ingest);
            Thread.ofPlatform().start(killable::ingest);
        }
        Thread.currentThread().join();
    }

    private static Delivery send(Notification notification, int port) {
        StringBuilder line = new StringBuilder(notification.groupKey())
                .append('\t')
                .append(notification.mayBeRepeat())
                .append('\t');
        notification.alerts().forEach(alert -> line.append(alert.resolved() ? "-" : "+")
                .append(alert.labels().get("alertname"))
                .append(' '));
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
            String answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            return "ok".equals(answer) ? Delivery.delivered() : Delivery.failed("got " + answer);
        } catch (IOException e) {
            return Delivery.failed(e.toString());
        }
    }

    private void ingest() {
        try {
            while (true) {
                long n = next.getAndIncrement();
                Instant start = Instant.now();
                String group = String.valueOf(n / 4);
                if (n % 4 == 0) {
                    post(start, start.plusSeconds(3600), "Down", group);
                    post(start, start.plusSeconds(3600), "Slow", group);
                }
                tell("try ", "ack ", n, () -> post(start, start.plusSeconds(3600), "A" + n, group));
                if (n % 10 == 9) {
                    long old = n - 9;
                    tell("try -", "ack -", old, () -> post(start, Instant.now(), "A" + old, String.valueOf(old / 4)));
                }
                // As fast as a busy sender, so that there are some groups at once, not thousands.
                Thread.sleep(Duration.ofMillis(5));
            }
        } catch (IOException | InterruptedException e) {
            out.println("problem " + e);
        }
    }

    private interface Post {
        void run() throws IOException;
    }

    private void tell(String before, String after, long n, Post post) throws IOException {
        out.println(before + n);
        post.run();
        out.println(after + n);
    }

    private void post(Instant start, Instant end, String name, String group) throws IOException {
        alertmanager.post(
                List.of(new PostedAlert(Labels.of("alertname", name, "g", group), Labels.EMPTY, start, end, "")));
    }
}
