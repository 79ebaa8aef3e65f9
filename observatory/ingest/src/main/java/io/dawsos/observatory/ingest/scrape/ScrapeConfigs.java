package io.dawsos.observatory.ingest.scrape;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The part of a {@code prometheus.yml} that says what to scrape: {@code global}'s defaults and the jobs. */
public record ScrapeConfigs(List<ScrapeConfig> jobs) {
    private static final ConfigNode NOTHING = ConfigFile.parse("global", "");

    public ScrapeConfigs {
        jobs = List.copyOf(jobs);
    }

    /** For who scrapes nothing. */
    public static ScrapeConfigs none() {
        return new ScrapeConfigs(List.of());
    }

    /**
     * Reads {@code scrape_configs}, {@code scrape_config_files} and what of {@code global} concerns scrapes. The caller
     * reads the other keys of the root and of {@code global}, from the same maps, and then calls {@link ConfigMap#end}
     * on both.
     *
     * @throws ConfigException when it cannot be used
     */
    public static ScrapeConfigs read(ConfigMap root) {
        ConfigNode global = root.find("global");
        ScrapeDefaults defaults = ScrapeDefaults.read(global == null ? NOTHING : global);
        List<ConfigNode> nodes = new ArrayList<>(root.list("scrape_configs"));
        for (ConfigNode pattern : root.list("scrape_config_files")) {
            files(pattern).forEach(file -> nodes.addAll(jobsOf(file)));
        }
        checkNames(nodes);
        return new ScrapeConfigs(nodes.stream()
                .map(node -> ScrapeConfigReader.read(node, defaults))
                .toList());
    }

    private static List<ConfigNode> jobsOf(Path file) {
        ConfigMap map = ConfigFile.read(file).map();
        List<ConfigNode> jobs = map.list("scrape_configs");
        map.end();
        return jobs;
    }

    /** A path without a star must be there; a pattern may match nothing. */
    private static List<Path> files(ConfigNode pattern) {
        Path path = pattern.filePath();
        if (!pattern.string().contains("*")) {
            return List.of(path);
        }
        List<Path> files = new ArrayList<>();
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return files;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, String.valueOf(path.getFileName()))) {
            entries.forEach(entry -> files.add(path.resolveSibling(entry.getFileName())));
        } catch (IOException | DirectoryIteratorException e) {
            throw pattern.problem("cannot list " + folder + ": " + e.getMessage());
        }
        files.sort(Comparator.naturalOrder());
        return files;
    }

    private static void checkNames(List<ConfigNode> nodes) {
        Map<String, ConfigNode> seen = new HashMap<>();
        for (ConfigNode node : nodes) {
            ConfigNode name = node.map().need("job_name");
            ConfigNode before = seen.putIfAbsent(name.string(), name);
            if (before != null) {
                throw name.problem(
                        "there is a job \"" + name.string() + "\" already, at " + before.file() + ":" + before.line());
            }
        }
    }
}
