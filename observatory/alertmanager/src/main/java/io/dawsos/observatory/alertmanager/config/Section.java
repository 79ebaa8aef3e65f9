package io.dawsos.observatory.alertmanager.config;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.config.ConnectionTls;
import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.SecretSource;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A map of the file, read as Alertmanager reads it: a key whose value is null is as one that is not there, and so is an
 * empty string where the empty string is no meaningful value.
 */
final class Section {
    private final ConfigNode node;
    private final ConfigMap map;

    Section(ConfigNode node) {
        this.node = node;
        this.map = node.map();
    }

    /** Reads a map with a function and refuses the keys that the function did not ask for. */
    static <T> T read(ConfigNode node, Function<Section, T> reader) {
        if (node.isNull()) {
            throw node.problem("is empty; wanted keys and values");
        }
        Section section = new Section(node);
        T read = reader.apply(section);
        section.map.end();
        return read;
    }

    /** The values of a list that is not there are none. */
    <T> List<T> all(String key, Function<Section, T> reader) {
        return map.list(key).stream().map(item -> read(item, reader)).toList();
    }

    <T> @Nullable T one(String key, Function<Section, T> reader) {
        ConfigNode at = find(key);
        return at == null ? null : read(at, reader);
    }

    @Nullable
    ConfigNode find(String key) {
        ConfigNode at = map.find(key);
        return at == null || at.isNull() ? null : at;
    }

    boolean has(String key) {
        return find(key) != null;
    }

    String text(String key) {
        return text(key, "");
    }

    String text(String key, String otherwise) {
        ConfigNode at = find(key);
        return at == null ? otherwise : at.string();
    }

    /** A text that must be there and not be empty. */
    String need(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            throw problem(key + " is missing");
        }
        return text;
    }

    List<String> texts(String key) {
        return map.list(key).stream().map(ConfigNode::string).toList();
    }

    Map<String, String> textMap(String key) {
        ConfigNode at = find(key);
        if (at == null) {
            return Map.of();
        }
        Map<String, String> texts = new TreeMap<>();
        ConfigMap of = at.map();
        for (String name : of.keys()) {
            texts.put(name, of.string(name, ""));
        }
        return texts;
    }

    boolean flag(String key, boolean otherwise) {
        ConfigNode at = find(key);
        return at == null ? otherwise : at.bool();
    }

    @Nullable
    Boolean flag(String key) {
        ConfigNode at = find(key);
        return at == null ? null : at.bool();
    }

    long integer(String key, long otherwise) {
        ConfigNode at = find(key);
        return at == null ? otherwise : at.integer();
    }

    @Nullable
    Duration duration(String key) {
        ConfigNode at = find(key);
        return at == null ? null : at.duration();
    }

    /** How long a request may take; null, or 0, for no limit of its own. */
    @Nullable
    Duration timeout() {
        Duration timeout = duration("timeout");
        return timeout == null || timeout.isZero() ? null : timeout;
    }

    @Nullable
    URI url(String key) {
        ConfigNode at = find(key);
        return at == null ? null : HttpAddress.read(at);
    }

    URI url(String key, URI otherwise) {
        URI url = url(key);
        return url == null ? otherwise : url;
    }

    /** The secret of a key, or the file of it that the same key with {@code _file} names; null when neither is there. */
    @Nullable
    SecretSource secret(String key) {
        return secret(key, _ -> {});
    }

    /** A secret that is the address of a web hook. */
    @Nullable
    SecretSource secretUrl(String key) {
        return secret(key, HttpAddress::checkSecret);
    }

    private @Nullable SecretSource secret(String key, Consumer<ConfigNode> check) {
        ConfigNode at = find(key);
        if (at != null && !at.string().isEmpty()) {
            check.accept(at);
        }
        String fileKey = key + "_file";
        path(fileKey, text(fileKey));
        return SecretSource.of(map, key, fileKey);
    }

    /** A text of this section as a path. */
    Path path(String key, String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw problem(key + " is no path of a file: " + e.getReason());
        }
    }

    /** Refuses a key, whatever its value, that Alertmanager knows and this program does not. */
    void unsupported(String key, String why) {
        map.unsupported(key, why);
    }

    void exclusive(String one, boolean hasOne, String other, boolean hasOther) {
        if (hasOne && hasOther) {
            throw problem("wanted one of " + one + " and " + other + ", got both");
        }
    }

    /** The settings of HTTP of this receiver, else the common ones. */
    HttpClientConfig http(HttpClientConfig otherwise) {
        ConfigNode at = find("http_config");
        if (at == null) {
            return otherwise;
        }
        ConfigMap of = at.map();
        HttpClientConfig http = HttpClientConfig.read(of);
        of.end();
        return http;
    }

    /** The settings of TLS under a key, for a connection that is not HTTP's. */
    ConnectionTls tls(String key, ConnectionTls otherwise) {
        ConfigNode at = find(key);
        return at == null ? otherwise : ConnectionTls.read(at.map());
    }

    /** Whether this receiver's settings of HTTP authorize it. */
    boolean hasAuthorization() {
        ConfigNode at = find("http_config");
        return at != null && at.map().has("authorization");
    }

    ConfigException problem(String text) {
        return node.problem(text);
    }

    ConfigNode node() {
        return node;
    }
}
