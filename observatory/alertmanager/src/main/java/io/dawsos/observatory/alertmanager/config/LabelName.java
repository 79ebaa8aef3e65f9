package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of labels in the file. */
final class LabelName {
    private static final Pattern CLASSIC = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

    private LabelName() {}

    /** Whether a name is one of those that the older keys take. */
    static boolean isClassic(String name) {
        return CLASSIC.matcher(name).matches();
    }

    /** A list of names. */
    static List<String> list(ConfigNode node) {
        List<String> names = new ArrayList<>();
        for (ConfigNode item : node.list()) {
            String name = item.isNull() ? "" : item.string();
            if (name.isEmpty()) {
                throw item.problem("wanted a label's name, got an empty one");
            }
            names.add(name);
        }
        return names;
    }

    /** A list of names, each once. */
    static List<String> distinct(ConfigNode node) {
        List<String> names = list(node);
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw node.problem("the label " + name + " comes twice");
            }
        }
        return names;
    }
}
