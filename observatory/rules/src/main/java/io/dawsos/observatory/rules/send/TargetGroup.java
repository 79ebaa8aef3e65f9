package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Addresses that have labels in common.
 *
 * @param targets as {@code host:port}
 */
public record TargetGroup(List<String> targets, Map<String, String> labels) {
    public TargetGroup {
        targets = List.copyOf(targets);
        labels = Map.copyOf(labels);
    }

    static TargetGroup read(ConfigNode node) {
        ConfigMap map = node.map();
        List<String> targets = new ArrayList<>();
        for (ConfigNode target : map.list("targets")) {
            String address = target.string();
            if (address.isEmpty() || address.contains("/")) {
                throw target.problem("a target is an address as host:port, got \"" + address + '"');
            }
            targets.add(address);
        }
        TargetGroup read = new TargetGroup(targets, map.strings("labels"));
        map.end();
        return read;
    }
}
