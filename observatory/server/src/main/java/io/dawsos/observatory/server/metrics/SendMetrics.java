package io.dawsos.observatory.server.metrics;

import io.dawsos.observatory.rules.send.SendListener;
import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.net.URI;
import java.time.Duration;

/** What becomes of alerts on their way to Alertmanagers. */
public final class SendMetrics implements SendListener {
    private static final int MOST_ALERTMANAGERS = 100;
    private static final double[] SECONDS = {0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10};

    private final Counter sent;
    private final Counter errors;
    private final Counter dropped;
    private final Histogram latency;

    public SendMetrics(Metrics metrics) {
        Label alertmanager = Label.open("alertmanager", MOST_ALERTMANAGERS);
        sent = metrics.counter(
                "prometheus_notifications_sent_total", "Alerts that were sent, taken or not.", alertmanager);
        errors = metrics.counter(
                "prometheus_notifications_errors_total", "Alerts that an Alertmanager has not taken.", alertmanager);
        dropped = metrics.counter(
                "prometheus_notifications_dropped_total", "Alerts left out because too many waited.", alertmanager);
        latency = metrics.histogram(
                "prometheus_notifications_latency_seconds",
                "How long it took to send a batch of alerts.",
                SECONDS,
                alertmanager);
    }

    @Override
    public void sent(URI alertmanager, int alerts, Duration took) {
        sent.add(alerts, name(alertmanager));
        latency.observe(took.toNanos() / 1e9, name(alertmanager));
    }

    @Override
    public void failed(URI alertmanager, int alerts, String reason) {
        errors.add(alerts, name(alertmanager));
    }

    @Override
    public void dropped(URI alertmanager, int alerts) {
        dropped.add(alerts, name(alertmanager));
    }

    /** Without what may be secret in an address. */
    private static String name(URI alertmanager) {
        String port = alertmanager.getPort() < 0 ? "" : ":" + alertmanager.getPort();
        return alertmanager.getScheme() + "://" + alertmanager.getHost() + port + alertmanager.getPath();
    }
}
