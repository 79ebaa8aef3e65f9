package io.dawsos.observatory.ingest.discovery;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.LabelsBuilder;
import java.util.List;

/**
 * Targets that share labels.
 *
 * @param source where it was found; the same at each refresh
 * @param targets each with its {@code __address__}
 * @param labels that every target has, unless it has its own
 */
public record TargetGroup(String source, List<Labels> targets, Labels labels) {
    /** The label that says where to scrape. */
    public static final String ADDRESS = "__address__";

    public TargetGroup {
        targets = List.copyOf(targets);
    }

    /** Reads one item of {@code static_configs}, or of a file of targets. */
    static TargetGroup read(ConfigNode node, String source) {
        ConfigMap map = node.map();
        List<Labels> targets =
                map.list("targets").stream().map(TargetGroup::target).toList();
        LabelsBuilder labels = new LabelsBuilder();
        map.strings("labels").forEach(labels::set);
        map.end();
        return new TargetGroup(source, targets, labels.build());
    }

    private static Labels target(ConfigNode node) {
        String address = node.string();
        if (address.isEmpty() || address.contains("/")) {
            throw node.problem("wanted an address such as host:9100, without scheme and path; got \"" + address + "\"");
        }
        return Labels.of(ADDRESS, address);
    }

    TargetGroup withLabel(String name, String value) {
        return new TargetGroup(source, targets, labels.with(name, value));
    }

    /** All labels of each target, its own before the group's. */
    public List<Labels> merged() {
        return targets.stream().map(this::merged).toList();
    }

    private Labels merged(Labels target) {
        LabelsBuilder all = labels.toBuilder();
        target.forEach(all::set);
        return all.build();
    }
}
