package io.dawsos.observatory.rules.send;

import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Files of addresses, in YAML or JSON.
 *
 * @param patterns paths, from the configuration's folder on; the last part may hold wildcards
 * @param refresh after which the files are read again
 */
public record TargetFiles(List<Path> patterns, Duration refresh) {
    public TargetFiles {
        patterns = List.copyOf(patterns);
    }

    static TargetFiles read(ConfigMap map) {
        List<Path> patterns = new ArrayList<>();
        for (ConfigNode file : map.list("files")) {
            String text = file.string();
            if (!text.matches("[^*]*(\\*[^*/]*)?\\.(json|yml|yaml)")) {
                throw file.problem(
                        "a file of targets ends in .json, .yml or .yaml, with * in its last part at most; got \"" + text
                                + '"');
            }
            patterns.add(file.filePath());
        }
        TargetFiles read = new TargetFiles(patterns, map.duration("refresh_interval", Duration.ofMinutes(5)));
        map.end();
        return read;
    }

    /**
     * What the files say now.
     *
     * @throws IOException when a folder cannot be read
     * @throws io.dawsos.observatory.config.ConfigException when a file cannot be read, or is none of addresses
     */
    List<TargetGroup> groups() throws IOException {
        List<TargetGroup> groups = new ArrayList<>();
        for (Path pattern : patterns) {
            for (Path file : matching(pattern)) {
                ConfigFile.read(file).list().forEach(node -> groups.add(TargetGroup.read(node)));
            }
        }
        return groups;
    }

    private static List<Path> matching(Path pattern) throws IOException {
        Path folder = pattern.getParent();
        Path name = pattern.getFileName();
        if (folder == null || name == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> matching = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, name.toString())) {
            files.forEach(matching::add);
        }
        Collections.sort(matching);
        return matching;
    }
}
