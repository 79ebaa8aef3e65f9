package io.dawsos.observatory.server.config;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.ingest.otlp.OtlpConfig;
import io.dawsos.observatory.ingest.remote.RemoteWriteConfig;
import io.dawsos.observatory.ingest.scrape.ScrapeConfigs;
import io.dawsos.observatory.rules.RuleDialect;
import io.dawsos.observatory.rules.RuleGroup;
import io.dawsos.observatory.rules.send.AlertingConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A {@code prometheus.yml} and the rule files that it names. Nothing in it is ignored: what this server does not do is
 * refused by name.
 *
 * @param text as it was read, secrets included; not for showing
 * @param global what holds for all
 * @param rules of all rule files
 * @param remoteWrite where all samples are sent on to
 */
public record PrometheusConfig(
        String text,
        GlobalConfig global,
        List<RuleGroup> rules,
        AlertingConfig alerting,
        List<RemoteWriteConfig> remoteWrite,
        ScrapeConfigs scrapes,
        StorageConfig storage,
        OtlpConfig otlp) {
    /** Nothing to scrape, no rules, nobody to tell. */
    public static final PrometheusConfig EMPTY = new PrometheusConfig(
            "",
            GlobalConfig.DEFAULT,
            List.of(),
            AlertingConfig.NONE,
            List.of(),
            ScrapeConfigs.none(),
            StorageConfig.DEFAULT,
            OtlpConfig.defaults());

    public PrometheusConfig {
        rules = List.copyOf(rules);
        remoteWrite = List.copyOf(remoteWrite);
    }

    /**
     * Reads a file.
     *
     * @param dialect what rules may say
     * @throws ConfigException when it, or a rule file, cannot be used, with file, line and key
     */
    public static PrometheusConfig read(Path file, RuleDialect dialect) {
        ConfigNode root = ConfigFile.read(file);
        ConfigMap map = root.map();
        refuse(map);
        ScrapeConfigs scrapes = ScrapeConfigs.read(map);
        ConfigMap global = map.mapOrNull("global");
        PrometheusConfig config = new PrometheusConfig(
                text(file),
                global == null ? GlobalConfig.DEFAULT : GlobalConfig.read(global),
                RuleFiles.read(map.list("rule_files"), dialect),
                AlertingConfig.read(map.mapOrNull("alerting")),
                RemoteWriteConfig.readAll(map.list("remote_write")),
                scrapes,
                StorageConfig.read(map.mapOrNull("storage")),
                OtlpConfig.read(map.mapOrNull("otlp")));
        if (global != null) {
            global.end();
        }
        map.end();
        return config;
    }

    private static void refuse(ConfigMap map) {
        map.unsupported("remote_read", "this server answers queries from its own store only");
        map.unsupported("tracing", "set OTEL_EXPORTER_OTLP_ENDPOINT to have this server's own traces sent");
        map.unsupported("runtime", "it concerns Go's garbage collector; set JAVA_TOOL_OPTIONS for the JVM's");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ConfigException(file.toString(), 0, "", "cannot be read: " + e.getMessage());
        }
    }

    /** Without the text, which may hold secrets. */
    @Override
    public String toString() {
        return "PrometheusConfig[" + rules.size() + " groups of rules, "
                + scrapes.jobs().size() + " jobs]";
    }
}
