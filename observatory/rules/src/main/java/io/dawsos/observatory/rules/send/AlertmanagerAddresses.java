package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.relabel.Relabelling;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the Alertmanagers of one configuration are now. For one thread. */
final class AlertmanagerAddresses {
    private static final Logger LOG = LoggerFactory.getLogger(AlertmanagerAddresses.class);

    private final AlertmanagerConfig config;
    private List<TargetGroup> ofFiles = List.of();
    private Instant nextRead = Instant.MIN;

    AlertmanagerAddresses(AlertmanagerConfig config) {
        this.config = config;
    }

    /** The addresses that alerts are posted to, each once. */
    Set<URI> current(Instant now) {
        if (!config.files().isEmpty() && !now.isBefore(nextRead)) {
            readFiles(now);
        }
        List<TargetGroup> groups = new ArrayList<>(config.groups());
        groups.addAll(ofFiles);
        Set<URI> addresses = new LinkedHashSet<>();
        for (TargetGroup group : groups) {
            for (String target : group.targets()) {
                add(target, group, addresses);
            }
        }
        return addresses;
    }

    /** Files that cannot be read leave the addresses as they were. */
    private void readFiles(Instant now) {
        List<TargetGroup> read = new ArrayList<>();
        Duration refresh = config.files().getFirst().refresh();
        try {
            for (TargetFiles files : config.files()) {
                read.addAll(files.groups());
                refresh = refresh.compareTo(files.refresh()) < 0 ? refresh : files.refresh();
            }
            ofFiles = read;
        } catch (IOException | ConfigException e) {
            LOG.warn("The Alertmanagers stay as they were, a file of targets cannot be read: {}", e.getMessage());
        }
        nextRead = now.plus(refresh);
    }

    private void add(String target, TargetGroup group, Set<URI> addresses) {
        LabelsBuilder labels = Labels.of(group.labels()).toBuilder();
        labels.set("__address__", target);
        if (!labels.has("__scheme__")) {
            labels.set("__scheme__", config.scheme());
        }
        if (!labels.has("__alerts_path__")) {
            labels.set("__alerts_path__", config.pathPrefix() + "/api/v2/alerts");
        }
        Labels relabelled = Relabelling.apply(config.relabelling(), labels.build());
        if (relabelled != null && relabelled.has("__address__")) {
            add(relabelled, addresses);
        }
    }

    private static void add(Labels target, Set<URI> addresses) {
        String address = target.get("__scheme__") + "://" + target.get("__address__") + target.get("__alerts_path__");
        try {
            addresses.add(new URI(address));
        } catch (URISyntaxException e) {
            LOG.warn("Alerts are not sent to {}, which is no address: {}", address, e.getReason());
        }
    }
}
