package io.dawsos.observatory.server.alerting;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.rules.send.AlertReceiver;
import io.dawsos.observatory.rules.send.AlertSender;
import io.dawsos.observatory.rules.send.AlertingConfig;
import io.dawsos.observatory.rules.send.RelabelledAlerts;
import io.dawsos.observatory.rules.send.SendListener;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where alerts of the rules go: to the Alertmanager of this process, to those of the configuration, or to both. */
public final class AlertRouting implements AlertReceiver, AutoCloseable {
    private final AlertTarget target;
    private final @Nullable EmbeddedDelivery embedded;
    private final URI embeddedAddress;
    private final SendListener listener;
    private final InstantSource clock;
    private volatile Route route = new Route(AlertReceiver.NOBODY, null);

    private record Route(AlertReceiver receiver, @Nullable AlertSender sender) {}

    /**
     * @param embedded null when none runs here
     * @param embeddedAddress where others reach the one that runs here
     */
    public AlertRouting(
            AlertTarget target,
            @Nullable EmbeddedDelivery embedded,
            URI embeddedAddress,
            SendListener listener,
            InstantSource clock) {
        this.target = target;
        this.embedded = embedded;
        this.embeddedAddress = embeddedAddress;
        this.listener = listener;
        this.clock = clock;
    }

    /** Goes on by another configuration; what waits for Alertmanagers of the old one is still sent. */
    public synchronized void apply(AlertingConfig config, Labels externalLabels) {
        List<AlertReceiver> receivers = new ArrayList<>();
        if (isEmbedded()) {
            receivers.add(embedded);
        }
        AlertSender sender = null;
        if (!isEmbedded() || target == AlertTarget.BOTH) {
            sender = new AlertSender(config, AlertSender.DEFAULT_CAPACITY, listener, clock);
            receivers.add(sender);
        }
        AlertReceiver all = AlertReceiver.all(receivers);
        AlertSender before = route.sender;
        route = new Route(new RelabelledAlerts(externalLabels, config.relabelling(), all), sender);
        if (before != null) {
            Thread.ofVirtual().name("alerts-farewell").start(before::close);
        }
    }

    private boolean isEmbedded() {
        return embedded != null && target != AlertTarget.CONFIGURED;
    }

    @Override
    public void receive(List<Alert> alerts) {
        route.receiver.receive(alerts);
    }

    /** The addresses that alerts go to. */
    public List<URI> alertmanagers() {
        List<URI> all = new ArrayList<>();
        if (isEmbedded()) {
            all.add(embeddedAddress);
        }
        AlertSender sender = route.sender;
        if (sender != null) {
            all.addAll(sender.alertmanagers());
        }
        return all;
    }

    @Override
    public void close() {
        AlertSender sender = route.sender;
        route = new Route(AlertReceiver.NOBODY, null);
        if (sender != null) {
            sender.close();
        }
        if (embedded != null) {
            embedded.close();
        }
    }
}
