package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.config.HttpClientConfig;
import io.dawsos.observatory.config.relabel.RelabelRule;
import java.time.Duration;
import java.util.List;

/**
 * Alertmanagers that are reached in one way.
 *
 * @param timeout of a request
 * @param scheme of their addresses, with TLS or without
 * @param pathPrefix before the API's path, with a slash at its beginning and none at its end
 * @param client how they are spoken to
 * @param groups where they are, as written here
 * @param files where they are, as written in files that are read anew when they change
 * @param relabelling of their addresses
 * @param alertRelabelling of the alerts that they are sent
 */
public record AlertmanagerConfig(
        Duration timeout,
        String scheme,
        String pathPrefix,
        HttpClientConfig client,
        List<TargetGroup> groups,
        List<TargetFiles> files,
        List<RelabelRule> relabelling,
        List<RelabelRule> alertRelabelling) {
    private static final List<String> UNSUPPORTED_DISCOVERY = List.of(
            "azure_sd_configs",
            "consul_sd_configs",
            "digitalocean_sd_configs",
            "dns_sd_configs",
            "docker_sd_configs",
            "dockerswarm_sd_configs",
            "ec2_sd_configs",
            "eureka_sd_configs",
            "gce_sd_configs",
            "hetzner_sd_configs",
            "http_sd_configs",
            "ionos_sd_configs",
            "kubernetes_sd_configs",
            "kuma_sd_configs",
            "lightsail_sd_configs",
            "linode_sd_configs",
            "marathon_sd_configs",
            "nerve_sd_configs",
            "nomad_sd_configs",
            "openstack_sd_configs",
            "ovhcloud_sd_configs",
            "puppetdb_sd_configs",
            "scaleway_sd_configs",
            "serverset_sd_configs",
            "triton_sd_configs",
            "uyuni_sd_configs",
            "vultr_sd_configs");

    public AlertmanagerConfig {
        groups = List.copyOf(groups);
        files = List.copyOf(files);
        relabelling = List.copyOf(relabelling);
        alertRelabelling = List.copyOf(alertRelabelling);
    }

    static AlertmanagerConfig read(ConfigMap map) {
        checkVersion(map);
        for (String discovery : UNSUPPORTED_DISCOVERY) {
            map.unsupported(discovery, "Alertmanagers are found by static_configs and file_sd_configs");
        }
        map.unsupported("sigv4", "requests are not signed for Amazon's services");
        AlertmanagerConfig read = new AlertmanagerConfig(
                map.duration("timeout", Duration.ofSeconds(10)),
                scheme(map),
                prefix(map.string("path_prefix", "")),
                HttpClientConfig.read(map),
                map.list("static_configs").stream().map(TargetGroup::read).toList(),
                map.list("file_sd_configs").stream()
                        .map(node -> TargetFiles.read(node.map()))
                        .toList(),
                RelabelRule.readAll(map.list("relabel_configs")),
                RelabelRule.readAll(map.list("alert_relabel_configs")));
        map.end();
        return read;
    }

    private static void checkVersion(ConfigMap map) {
        ConfigNode version = map.find("api_version");
        if (version != null && !version.string().equals("v2")) {
            throw version.problem("Alertmanager's API is v2 since its version 0.16, got \"" + version.string() + '"');
        }
    }

    private static String scheme(ConfigMap map) {
        ConfigNode node = map.find("scheme");
        String scheme = node == null ? "http" : node.string();
        if (node != null && !scheme.equals("http") && !scheme.equals("https")) {
            throw node.problem("the scheme is http or https, got \"" + scheme + '"');
        }
        return scheme;
    }

    private static String prefix(String written) {
        String trimmed = written.replaceAll("/+$", "");
        return trimmed.isEmpty() || trimmed.startsWith("/") ? trimmed : "/" + trimmed;
    }
}
