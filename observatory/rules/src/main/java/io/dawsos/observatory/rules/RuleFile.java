package io.dawsos.observatory.rules;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A file of rules in Prometheus's format.
 *
 * @param name the file's, as it was given
 */
public record RuleFile(String name, List<RuleGroup> groups) {
    public RuleFile {
        groups = List.copyOf(groups);
    }

    /** @throws io.dawsos.observatory.config.ConfigException when it cannot be read, or says what no rule file may say */
    public static RuleFile read(Path file) {
        return read(file, RuleDialect.STABLE);
    }

    /** As {@link #read(Path)}, with other names or expressions. */
    public static RuleFile read(Path file, RuleDialect dialect) {
        return of(file.toString(), ConfigFile.read(file), dialect);
    }

    /** As {@link #read(Path)}, of a file's text. */
    public static RuleFile parse(String fileName, String text) {
        return parse(fileName, text, RuleDialect.STABLE);
    }

    /** As {@link #parse(String, String)}, with other names or expressions. */
    public static RuleFile parse(String fileName, String text, RuleDialect dialect) {
        return of(fileName, ConfigFile.parse(fileName, text), dialect);
    }

    private static RuleFile of(String name, ConfigNode root, RuleDialect dialect) {
        if (root.isNull()) {
            return new RuleFile(name, List.of());
        }
        ConfigMap map = root.map();
        List<ConfigNode> nodes = map.list("groups");
        dialect.end(map);
        refuseRepeated(nodes);
        GroupReader reader = new GroupReader(name, dialect);
        return new RuleFile(name, nodes.stream().map(reader::read).toList());
    }

    private static void refuseRepeated(List<ConfigNode> groups) {
        Map<String, Integer> lines = new HashMap<>();
        for (ConfigNode group : groups) {
            ConfigNode name = group.map().need("name");
            Integer before = lines.putIfAbsent(name.string(), name.line());
            if (before != null) {
                throw name.problem("a group's name is its own in a file, \"" + name.string() + "\" is also on line "
                        + before + "; rename one, or put their rules into one group");
            }
        }
    }
}
