package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.model.Alert;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends alerts to every Alertmanager of a configuration, to all at once. For each Alertmanager alerts wait in a queue of
 * its own, whose oldest are dropped when it is full. Alerts come with external labels and relabelled for all; see {@link
 * RelabelledAlerts}.
 */
public final class AlertSender implements AlertReceiver, AutoCloseable {
    /** How many alerts may wait for one Alertmanager unless said otherwise. */
    public static final int DEFAULT_CAPACITY = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(AlertSender.class);
    private static final Duration FAREWELL = Duration.ofSeconds(10);

    private final List<AlertmanagerFleet> fleets;
    private final InstantSource clock;

    /** @param clock for when files of addresses are read again */
    public AlertSender(AlertingConfig config, int capacity, SendListener listener, InstantSource clock) {
        this.clock = clock;
        this.fleets = config.alertmanagers().stream()
                .map(alertmanagers -> new AlertmanagerFleet(alertmanagers, capacity, listener))
                .toList();
    }

    @Override
    public void receive(List<Alert> alerts) {
        fleets.forEach(fleet -> fleet.send(alerts, clock));
    }

    /** The addresses that alerts are sent to. */
    public List<URI> alertmanagers() {
        return fleets.stream()
                .flatMap(fleet -> fleet.targets(clock).stream())
                .map(AlertmanagerTarget::address)
                .distinct()
                .toList();
    }

    /** How many alerts wait, those for several Alertmanagers so many times. */
    public int waiting() {
        return fleets.stream()
                .flatMap(fleet -> fleet.targets(clock).stream())
                .mapToInt(AlertmanagerTarget::waiting)
                .sum();
    }

    /** Sends what waits, for some seconds at most. */
    @Override
    public void close() {
        List<AlertmanagerTarget> all =
                fleets.stream().flatMap(fleet -> fleet.close().stream()).toList();
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            for (AlertmanagerTarget target : all) {
                int left = target.awaitClosed(Duration.ofNanos(Math.max(1, end - System.nanoTime())));
                if (left > 0) {
                    LOG.warn("{} alerts for {} were not sent any more", left, target.address());
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("Alerts that waited may not have been sent: interrupted");
            Thread.currentThread().interrupt();
        }
    }
}
