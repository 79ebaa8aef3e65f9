package io.dawsos.observatory.config;

import io.dawsos.observatory.config.YamlValue.Mapping;
import io.dawsos.observatory.config.YamlValue.Place;
import io.dawsos.observatory.config.YamlValue.Scalar;
import io.dawsos.observatory.config.YamlValue.Sequence;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A value of a configuration file with its place. Reading it as a kind that it is not throws a {@link ConfigException}
 * that says what was wanted and what came. For one thread.
 */
public final class ConfigNode {
    private final String file;
    private final String path;
    private final Place place;
    private @Nullable ConfigMap map;
    private @Nullable List<ConfigNode> list;

    private ConfigNode(String file, String path, Place place) {
        this.file = file;
        this.path = path;
        this.place = place;
    }

    static ConfigNode root(String file, Place place) {
        return new ConfigNode(file, "", place);
    }

    ConfigNode child(String key, Place child) {
        return new ConfigNode(file, path.isEmpty() ? key : path + "." + key, child);
    }

    /** The file as it was named when it was read. */
    public String file() {
        return file;
    }

    /** Of the key, or of the list's item; from 1. */
    public int line() {
        return place.line();
    }

    /** Such as {@code route.routes[1].receiver}; empty for the root. */
    public String path() {
        return path;
    }

    /** Whether nothing is written: an empty value, {@code ~} or {@code null}. */
    public boolean isNull() {
        return place.value() instanceof Scalar scalar && scalar.plain() && PlainScalar.isNull(scalar.text());
    }

    public boolean isMap() {
        return place.value() instanceof Mapping;
    }

    public boolean isList() {
        return place.value() instanceof Sequence;
    }

    /** Whether it is a value of one word or text; null is none. */
    public boolean isScalar() {
        return place.value() instanceof Scalar && !isNull();
    }

    /** The map, the same one at each call, so that it knows what was asked for; null is an empty map. */
    public ConfigMap map() {
        if (map == null) {
            map = new ConfigMap(this, entries());
        }
        return map;
    }

    private Map<String, Place> entries() {
        if (isNull()) {
            return Map.of();
        }
        if (place.value() instanceof Mapping mapping) {
            return mapping.entries();
        }
        throw wrongKind("a map");
    }

    /** The items; null is an empty list. */
    public List<ConfigNode> list() {
        if (list == null) {
            list = items();
        }
        return list;
    }

    private List<ConfigNode> items() {
        if (isNull()) {
            return List.of();
        }
        if (!(place.value() instanceof Sequence sequence)) {
            throw wrongKind("a list");
        }
        List<ConfigNode> items = new ArrayList<>(sequence.items().size());
        for (Place item : sequence.items()) {
            items.add(new ConfigNode(file, path + "[" + items.size() + "]", item));
        }
        return List.copyOf(items);
    }

    /** A scalar as it is written: {@code 1} gives "1"; null is the empty string. */
    public String string() {
        if (isNull()) {
            return "";
        }
        if (place.value() instanceof Scalar scalar) {
            return scalar.text();
        }
        throw wrongKind("a string");
    }

    /** The items of a list of strings. */
    public List<String> strings() {
        return list().stream().map(ConfigNode::string).toList();
    }

    public Secret secret() {
        return new Secret(string());
    }

    public long integer() {
        return PlainScalar.integer(plain("a whole number")).orElseThrow(() -> wrongValue("a whole number"));
    }

    public double number() {
        return PlainScalar.number(plain("a number")).orElseThrow(() -> wrongValue("a number"));
    }

    public boolean bool() {
        String text = plain("true or false");
        if (PlainScalar.isTrue(text)) {
            return true;
        }
        if (PlainScalar.isFalse(text)) {
            return false;
        }
        throw wrongValue("true or false");
    }

    /** In Prometheus's notation: {@code 1h30m}. */
    public Duration duration() {
        try {
            return Durations.parse(string());
        } catch (IllegalArgumentException e) {
            throw problem(e.getMessage());
        }
    }

    /** In bytes: {@code 10MB}. */
    public long byteSize() {
        try {
            return ByteSizes.parse(string());
        } catch (IllegalArgumentException e) {
            throw problem(e.getMessage());
        }
    }

    /** A path; a relative one is relative to the folder of the file that it stands in. */
    public Path filePath() {
        return Path.of(file).resolveSibling(string());
    }

    /** Differs where anything written here differs, and shows nothing of it. */
    public String fingerprint() {
        return Fingerprint.of(place.value());
    }

    private String plain(String wanted) {
        if (place.value() instanceof Scalar scalar && scalar.plain()) {
            return scalar.text();
        }
        throw wrongKind(wanted);
    }

    private ConfigException wrongValue(String wanted) {
        return problem("wanted " + wanted + ", got \"" + string() + "\"");
    }

    private ConfigException wrongKind(String wanted) {
        return problem("wanted " + wanted + ", got " + kind(wanted));
    }

    private String kind(String wanted) {
        return switch (place.value()) {
            case Mapping _ -> "a map";
            case Sequence _ -> "a list";
            case Scalar _ -> isNull() ? "nothing" : wantsCollection(wanted) ? "a single value" : "text in quotes";
        };
    }

    private static boolean wantsCollection(String wanted) {
        return wanted.equals("a map") || wanted.equals("a list");
    }

    /** An error at this place. */
    public ConfigException problem(@Nullable String text) {
        return new ConfigException(file, line(), path, String.valueOf(text));
    }
}
