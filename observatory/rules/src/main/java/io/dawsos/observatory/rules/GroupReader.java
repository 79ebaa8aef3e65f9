package io.dawsos.observatory.rules;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the groups of a file. */
final class GroupReader {
    private final String file;
    private final RuleDialect dialect;

    GroupReader(String file, RuleDialect dialect) {
        this.file = file;
        this.dialect = dialect;
    }

    RuleGroup read(ConfigNode node) {
        ConfigMap map = node.map();
        ConfigNode name = map.need("name");
        if (name.string().isEmpty()) {
            throw name.problem("a group has a name, this one is empty");
        }
        Map<String, String> labels = new LabelReader(dialect.names()).labels(map.find("labels"));
        RuleReader reader = new RuleReader(dialect, labels);
        List<Rule> rules = map.list("rules").stream().map(reader::read).toList();
        RuleGroup group = new RuleGroup(
                name.string(),
                interval(map),
                duration(map, "query_offset"),
                map.integer("limit", 0),
                labels,
                rules,
                file);
        dialect.end(map);
        return group;
    }

    /** Zero is the configuration's, as is none. */
    private static @Nullable Duration interval(ConfigMap map) {
        Duration interval = duration(map, "interval");
        return interval == null || interval.isZero() ? null : interval;
    }

    private static @Nullable Duration duration(ConfigMap map, String key) {
        ConfigNode node = map.find(key);
        return node == null || node.isNull() ? null : node.duration();
    }
}
