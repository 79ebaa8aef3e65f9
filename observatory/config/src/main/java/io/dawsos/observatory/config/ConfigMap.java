package io.dawsos.observatory.config;

import io.dawsos.observatory.config.YamlValue.Place;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A map of a configuration file. It notes each key that is asked for, so that {@link #end} can refuse the others. A key
 * whose value is null counts as absent where a value is given for its absence. For one thread.
 */
public final class ConfigMap {
    private final ConfigNode node;
    private final Map<String, Place> entries;
    private final Map<String, ConfigNode> children = new HashMap<>();
    private final Set<String> known = new TreeSet<>();
    private final Set<String> refused = new HashSet<>();

    ConfigMap(ConfigNode node, Map<String, Place> entries) {
        this.node = node;
        this.entries = entries;
    }

    /** The node that this is the map of. */
    public ConfigNode node() {
        return node;
    }

    /** In the order of the file. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    public boolean has(String key) {
        known.add(key);
        return entries.containsKey(key);
    }

    /** The value of a key, which may be a null node; null when the key is not there. */
    public @Nullable ConfigNode find(String key) {
        known.add(key);
        Place place = entries.get(key);
        return place == null ? null : children.computeIfAbsent(key, name -> node.child(name, place));
    }

    /** @throws ConfigException when the key is not there */
    public ConfigNode need(String key) {
        ConfigNode value = find(key);
        if (value == null) {
            throw problem("\"" + key + "\" is missing");
        }
        return value;
    }

    private @Nullable ConfigNode findValue(String key) {
        ConfigNode value = find(key);
        return value == null || value.isNull() ? null : value;
    }

    public String string(String key, String otherwise) {
        ConfigNode value = findValue(key);
        return value == null ? otherwise : value.string();
    }

    public @Nullable String stringOrNull(String key) {
        ConfigNode value = findValue(key);
        return value == null ? null : value.string();
    }

    /** Null when it is not there, or empty. */
    public @Nullable Secret secretOrNull(String key) {
        String value = string(key, "");
        return value.isEmpty() ? null : new Secret(value);
    }

    public long integer(String key, long otherwise) {
        ConfigNode value = findValue(key);
        return value == null ? otherwise : value.integer();
    }

    public double number(String key, double otherwise) {
        ConfigNode value = findValue(key);
        return value == null ? otherwise : value.number();
    }

    public boolean bool(String key, boolean otherwise) {
        ConfigNode value = findValue(key);
        return value == null ? otherwise : value.bool();
    }

    public Duration duration(String key, Duration otherwise) {
        ConfigNode value = findValue(key);
        return value == null ? otherwise : value.duration();
    }

    public @Nullable Duration durationOrNull(String key) {
        ConfigNode value = findValue(key);
        return value == null ? null : value.duration();
    }

    public long byteSize(String key, long otherwise) {
        ConfigNode value = findValue(key);
        return value == null ? otherwise : value.byteSize();
    }

    /** The items of a list; none when the key is not there. */
    public List<ConfigNode> list(String key) {
        ConfigNode value = findValue(key);
        return value == null ? List.of() : value.list();
    }

    /** The map of a key; null when it is not there, or nothing is written at it. */
    public @Nullable ConfigMap mapOrNull(String key) {
        ConfigNode value = findValue(key);
        return value == null ? null : value.map();
    }

    /** A map of strings, in the order of the file; empty when the key is not there. */
    public Map<String, String> strings(String key) {
        ConfigMap map = mapOrNull(key);
        Map<String, String> strings = new LinkedHashMap<>();
        if (map != null) {
            map.keys().forEach(name -> strings.put(name, map.need(name).string()));
        }
        return strings;
    }

    /** An error at this map. */
    public ConfigException problem(String text) {
        return node.problem(text);
    }

    /** Refuses a key of the original that is not built, if it is there. */
    public void unsupported(String key, String why) {
        ConfigNode value = find(key);
        refused.add(key);
        if (value != null) {
            throw value.problem("not supported; " + why);
        }
    }

    /** Refuses every key that nobody asked for, by name, with the nearest known one. */
    public void end() {
        for (Map.Entry<String, Place> entry : entries.entrySet()) {
            if (!known.contains(entry.getKey())) {
                throw node.child(entry.getKey(), entry.getValue()).problem("unknown key; " + advice(entry.getKey()));
            }
        }
    }

    private String advice(String unknown) {
        Set<String> usable = new TreeSet<>(known);
        usable.removeAll(refused);
        String nearest = NearestWord.of(unknown, usable);
        return nearest == null ? "known here: " + String.join(", ", usable) : "did you mean \"" + nearest + "\"?";
    }
}
