package io.dawsos.portfolio.alert;

import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Gauge;
import io.dawsos.telemetry.metrics.Histogram;
import io.dawsos.telemetry.metrics.Label;
import io.dawsos.telemetry.metrics.Metrics;
import java.time.Duration;
import java.util.List;

/** How alerts are delivered. */
final class DeliveryMetrics {

    private static final double[] SECONDS = {1, 5, 10, 30, 60, 120, 300};

    private final Histogram seconds;
    private final Counter successes;
    private final Counter failures;
    private final Gauge pending;
    private final Gauge dead;
    private final Gauge oldest;

    DeliveryMetrics(Metrics metrics) {
        Label method = Label.of("delivery_method", Method.names());
        seconds = metrics.histogram(
                "alert_delivery_duration_seconds",
                "From the moment the condition was true until the receiver had the alert.",
                SECONDS,
                method);
        successes = metrics.counter("alert_delivery_success_total", "Alerts delivered.", method);
        failures = metrics.counter(
                "alert_delivery_failures_total",
                "Attempts to deliver an alert that failed.",
                method,
                Label.of("error", DeliveryError.names()));
        pending = metrics.gauge("alert_outbox_pending", "Alerts that are not delivered yet.", method);
        dead = metrics.gauge("alert_dead_letters", "Alerts that were given up and can be sent again by hand.", method);
        oldest = metrics.gauge(
                "alert_outbox_oldest_seconds", "How long ago the oldest undelivered alert became true.", method);
        for (String name : Method.names()) {
            seconds.init(name);
            successes.init(name);
            DeliveryError.names().forEach(error -> failures.init(name, error));
        }
        depth(List.of());
    }

    void delivered(Method method, Duration sinceTrue) {
        seconds.observe(Math.max(0, sinceTrue.toNanos() / 1e9), method.text());
        successes.inc(method.text());
    }

    void failed(Method method, DeliveryError error) {
        failures.inc(method.text(), error.text());
    }

    void depth(List<Outbox.Count> counts) {
        for (String method : Method.names()) {
            pending.set(0, method);
            dead.set(0, method);
            oldest.set(0, method);
        }
        for (Outbox.Count count : counts) {
            (count.state().equals("dead") ? dead : pending).set((double) count.rows(), count.method());
            if (count.state().equals("pending")) {
                oldest.set(Math.max(0, count.oldestSeconds()), count.method());
            }
        }
    }
}
