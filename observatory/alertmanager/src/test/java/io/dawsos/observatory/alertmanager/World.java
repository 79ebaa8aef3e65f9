package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.alerts.PostedAlert;
import io.dawsos.observatory.alertmanager.alerts.Reception;
import io.dawsos.observatory.alertmanager.config.AlertmanagerConfig;
import io.dawsos.observatory.alertmanager.metrics.AlertmanagerMetrics;
import io.dawsos.observatory.alertmanager.schedule.MovedScheduler;
import io.dawsos.observatory.alertmanager.silence.Silence;
import io.dawsos.observatory.alertmanager.stage.Delivery;
import io.dawsos.observatory.alertmanager.stage.Integration;
import io.dawsos.observatory.alertmanager.stage.Notification;
import io.dawsos.observatory.alertmanager.stage.NotifierFactory;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** An alertmanager on a clock that the test moves, and all that it has sent. */
final class World implements Closeable {
    static final Instant START = Instant.parse("2026-11-24T09:00:00Z");

    final MovedScheduler time = new MovedScheduler(START);
    final List<Notification> sent = new ArrayList<>();
    final Map<String, Integer> suppressed = new TreeMap<>();
    AlertmanagerSettings settings = AlertmanagerSettings.DEFAULT.withDurable(false);
    Function<Notification, Delivery> receiver = notification -> Delivery.delivered();
    Alertmanager alertmanager;

    private final AlertmanagerMetrics metrics = new AlertmanagerMetrics() {
        @Override
        public void notificationsSuppressed(String reason, int alerts) {
            suppressed.merge(reason, alerts, Integer::sum);
        }
    };
    private Path folder;
    private String config;
    private int crashes;

    World(Path folder, String config) throws IOException {
        this.folder = folder.resolve("alertmanager");
        this.config = config;
        this.alertmanager = open();
    }

    private Alertmanager open() throws IOException {
        return Alertmanager.open(folder, setup(config), settings, time, metrics);
    }

    private AlertmanagerSetup setup(String text) {
        AlertmanagerConfig parsed = AlertmanagerConfig.parse("alertmanager.yml", text);
        return AlertmanagerSetup.of(parsed, notifiers(parsed, this::send));
    }

    /** A notifier for each integration of a configuration. */
    static NotifierFactory notifiers(AlertmanagerConfig config, Function<Notification, Delivery> receiver) {
        return name -> {
            List<Integration> integrations = new ArrayList<>();
            config.receiver(name)
                    .integrations()
                    .forEach(integration -> integrations.add(new Integration(
                            integration.type(), integrations.size(), integration.sendResolved(), receiver::apply)));
            return integrations;
        };
    }

    private Delivery send(Notification notification) {
        Delivery delivery = receiver.apply(notification);
        if (delivery instanceof Delivery.Delivered) {
            sent.add(notification);
        }
        return delivery;
    }

    void reload(String text) {
        config = text;
        alertmanager.reload(setup(text));
    }

    /** Stops in good order and starts again after some time. */
    void restart(Duration downtime) throws IOException {
        alertmanager.close();
        time.move(downtime);
        alertmanager = open();
    }

    /** The files as they are at this moment. */
    Path copy() {
        Path copy = folder.resolveSibling("after-crash-" + crashes++);
        try (Stream<Path> files = Files.list(folder)) {
            Files.createDirectories(copy);
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return copy;
    }

    /** Goes on from copied files; what went on with the old ones is as if it had not been. */
    void goOnFrom(Path copy, Duration downtime) throws IOException {
        alertmanager.close();
        folder = copy;
        time.move(downtime);
        alertmanager = open();
    }

    void crash(Duration downtime) throws IOException {
        goOnFrom(copy(), downtime);
    }

    /** As Prometheus sends it: believed to fire for four minutes. */
    Reception fire(String... labels) throws IOException {
        return fireSince(time.instant(), labels);
    }

    Reception fireSince(Instant start, String... labels) throws IOException {
        return alertmanager.post(List.of(new PostedAlert(
                Labels.of(labels), Labels.EMPTY, start, time.instant().plusSeconds(240), "")));
    }

    void resolve(Instant start, String... labels) throws IOException {
        alertmanager.post(List.of(new PostedAlert(Labels.of(labels), Labels.EMPTY, start, time.instant(), "")));
    }

    /** Reports the alert every minute, as Prometheus does. */
    void keepFiring(Duration length, String... labels) throws IOException {
        Instant start = time.instant();
        Instant end = start.plus(length);
        while (time.instant().isBefore(end)) {
            fireSince(start, labels);
            time.move(Duration.ofMinutes(1));
        }
    }

    void move(Duration by) {
        time.move(by);
    }

    Silence silence(Duration length, boolean untilResolved, boolean tellWhenExpired, String label, String value) {
        return new Silence(
                "",
                List.of(new Matcher(Matcher.Type.EQUAL, label, value)),
                time.instant(),
                time.instant().plus(length),
                time.instant(),
                "ann",
                "known",
                untilResolved,
                tellWhenExpired);
    }

    /** What was sent since the last call: receiver, then + and the name of each firing alert, - of each resolved one. */
    List<String> told() {
        List<String> told = sent.stream().map(World::text).toList();
        sent.clear();
        return told;
    }

    static String text(Notification notification) {
        StringBuilder text = new StringBuilder(notification.receiver());
        notification.alerts().forEach(alert -> text.append(alert.resolved() ? " -" : " +")
                .append(alert.labels().get("alertname")));
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        alertmanager.close();
    }
}
