package io.dawsos.observatory.ingest.discovery;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.util.ArrayList;
import java.util.List;

/** How a job finds its targets: {@code static_configs} and {@code file_sd_configs}. Any other discovery is refused. */
public record DiscoveryConfig(List<TargetGroup> fixed, List<FilePatterns> files) {
    private static final String FILES = "file_sd_configs";

    public DiscoveryConfig {
        fixed = List.copyOf(fixed);
        files = List.copyOf(files);
    }

    /** Reads the keys of a job, or of {@code alerting.alertmanagers}; the caller reads its own. */
    public static DiscoveryConfig read(ConfigMap map) {
        for (String key : map.keys()) {
            if (key.endsWith("_sd_configs") && !key.equals(FILES)) {
                map.unsupported(key, "write file_sd_configs, and have the files written by what knows the targets");
            }
        }
        List<TargetGroup> fixed = new ArrayList<>();
        for (ConfigNode node : map.list("static_configs")) {
            fixed.add(TargetGroup.read(node, Integer.toString(fixed.size())));
        }
        return new DiscoveryConfig(
                fixed, map.list(FILES).stream().map(FilePatterns::read).toList());
    }
}
