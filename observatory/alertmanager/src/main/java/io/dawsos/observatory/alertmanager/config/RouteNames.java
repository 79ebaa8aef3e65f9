package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigNode;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that routes may use. */
record RouteNames(Set<String> receivers, Set<String> timeIntervals) {

    /** The receiver of a route, empty when it has none of its own. */
    String receiver(Section section) {
        ConfigNode node = section.find("receiver");
        String name = node == null ? "" : node.string();
        if (node != null && !name.isEmpty() && !receivers.contains(name)) {
            throw node.problem("no receiver named \"" + name + "\"; " + there(receivers));
        }
        return name;
    }

    List<String> timeIntervals(Section section, String key) {
        ConfigNode list = section.find(key);
        return list == null
                ? List.of()
                : list.list().stream().map(this::timeInterval).toList();
    }

    private String timeInterval(ConfigNode node) {
        String name = node.string();
        if (!timeIntervals.contains(name)) {
            throw node.problem("no time interval named \"" + name + "\"; " + there(timeIntervals));
        }
        return name;
    }

    /** {@code there are "a" and "b"}. */
    private static String there(Collection<String> names) {
        List<String> quoted = names.stream().map(name -> "\"" + name + "\"").toList();
        return switch (quoted.size()) {
            case 0 -> "there are none";
            case 1 -> "there is " + quoted.getFirst();
            default ->
                "there are "
                        + quoted.subList(0, quoted.size() - 1).stream().collect(Collectors.joining(", ")) + " and "
                        + quoted.getLast();
        };
    }
}
