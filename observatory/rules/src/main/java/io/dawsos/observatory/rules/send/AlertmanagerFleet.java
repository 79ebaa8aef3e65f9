package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.model.Alert;
import io.dawsos.observatory.model.Labels;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Alertmanagers of one configuration. */
final class AlertmanagerFleet {
    private final AlertmanagerConfig config;
    private final int capacity;
    private final SendListener listener;
    private final AlertmanagerAddresses addresses;
    private final Map<URI, AlertmanagerTarget> targets = new LinkedHashMap<>();
    private boolean closed;

    AlertmanagerFleet(AlertmanagerConfig config, int capacity, SendListener listener) {
        this.config = config;
        this.capacity = capacity;
        this.listener = listener;
        this.addresses = new AlertmanagerAddresses(config);
    }

    void send(List<Alert> alerts, InstantSource clock) {
        List<Alert> relabelled = RelabelledAlerts.relabelled(alerts, Labels.EMPTY, config.alertRelabelling());
        if (!relabelled.isEmpty()) {
            targets(clock).forEach(target -> target.add(relabelled));
        }
    }

    synchronized List<AlertmanagerTarget> targets(InstantSource clock) {
        if (!closed) {
            update(addresses.current(clock.instant()));
        }
        return List.copyOf(targets.values());
    }

    private void update(Set<URI> current) {
        targets.entrySet().removeIf(entry -> {
            boolean gone = !current.contains(entry.getKey());
            if (gone) {
                entry.getValue().close();
            }
            return gone;
        });
        for (URI address : current) {
            targets.computeIfAbsent(address, this::started);
        }
    }

    private AlertmanagerTarget started(URI address) {
        AlertmanagerTarget target = new AlertmanagerTarget(address, config, capacity, listener);
        target.start();
        return target;
    }

    synchronized List<AlertmanagerTarget> close() {
        closed = true;
        List<AlertmanagerTarget> all = new ArrayList<>(targets.values());
        all.forEach(AlertmanagerTarget::close);
        return all;
    }
}
