package io.dawsos.observatory.ingest.remote;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.relabel.RelabelRule;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One entry of {@code remote_write}.
 *
 * @param name tells it from others, in metrics and on disk
 * @param url may hold credentials; {@link #target} shows it without
 */
public record RemoteWriteConfig(
        String name,
        URI url,
        Duration timeout,
        Map<String, String> headers,
        List<RelabelRule> relabelling,
        boolean sendExemplars,
        boolean sendNativeHistograms,
        RemoteWriteMessage message,
        QueueConfig queue,
        MetadataConfig metadata,
        HttpClientConfig http) {

    private static final Set<String> OWN_HEADERS = Set.of(
            "content-encoding",
            "content-type",
            "content-length",
            "x-prometheus-remote-write-version",
            "user-agent",
            "authorization",
            "host",
            "connection");

    public RemoteWriteConfig {
        headers = Map.copyOf(headers);
        relabelling = List.copyOf(relabelling);
    }

    /** Reads the list under {@code remote_write}; two of one name are refused. */
    public static List<RemoteWriteConfig> readAll(List<ConfigNode> nodes) {
        List<RemoteWriteConfig> all = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (ConfigNode node : nodes) {
            RemoteWriteConfig config = read(node.map(), all.size());
            if (!names.add(config.name())) {
                throw node.problem(
                        "two entries of remote_write are called \"" + config.name() + "\"; give this one another name");
            }
            all.add(config);
        }
        return all;
    }

    private static RemoteWriteConfig read(ConfigMap map, int place) {
        map.unsupported("sigv4", "requests signed for AWS are not built; put a signing proxy before the receiver");
        map.unsupported("azuread", "Azure's identities are not built; put a proxy before the receiver");
        map.unsupported("google_iam", "Google's identities are not built; put a proxy before the receiver");
        URI url = url(map.need("url"));
        ConfigMap queue = map.mapOrNull("queue_config");
        ConfigMap metadata = map.mapOrNull("metadata_config");
        RemoteWriteConfig config = new RemoteWriteConfig(
                map.string("name", "remote" + place),
                url,
                map.duration("remote_timeout", Duration.ofSeconds(30)),
                headers(map),
                RelabelRule.readAll(map.list("write_relabel_configs")),
                map.bool("send_exemplars", false),
                map.bool("send_native_histograms", false),
                message(map.find("protobuf_message")),
                QueueConfig.read(queue == null ? nothing() : queue),
                MetadataConfig.read(metadata == null ? nothing() : metadata),
                HttpClientConfig.read(map));
        if (map.bool("round_robin_dns", false)) {
            throw map.problem("round_robin_dns is not built; the JDK's client picks the address");
        }
        map.end();
        return config;
    }

    private static ConfigMap nothing() {
        return ConfigFile.parse("defaults", "").map();
    }

    private static URI url(ConfigNode node) {
        try {
            URI url = new URI(node.string());
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (URISyntaxException e) {
            throw node.problem("wanted an address such as https://example.org/api/v1/write; at character "
                    + (e.getIndex() + 1) + ": " + e.getReason());
        }
        throw node.problem("wanted an http or https address such as https://example.org/api/v1/write");
    }

    private static Map<String, String> headers(ConfigMap map) {
        Map<String, String> headers = map.strings("headers");
        for (String name : headers.keySet()) {
            if (OWN_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
                throw map.problem("the header \"" + name + "\" cannot be set here");
            }
        }
        return headers;
    }

    private static RemoteWriteMessage message(@Nullable ConfigNode node) {
        if (node == null) {
            return RemoteWriteMessage.V1;
        }
        RemoteWriteMessage message = RemoteWriteMessage.named(node.string());
        if (message == null) {
            throw node.problem("no such message: \"" + node.string() + "\"; there are \""
                    + RemoteWriteMessage.V1.protobufName() + "\" and \"" + RemoteWriteMessage.V2.protobufName() + "\"");
        }
        return message;
    }

    /** The address without its credentials and query, which may hold secrets. */
    public String target() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + url.getHost() + port + url.getRawPath();
    }

    @Override
    public String toString() {
        return "RemoteWriteConfig[" + name + ", " + target() + "]";
    }
}
