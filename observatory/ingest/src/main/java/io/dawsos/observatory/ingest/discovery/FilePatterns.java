package io.dawsos.observatory.ingest.discovery;

import io.dawsos.observatory.config.ConfigMap;
import io.dawsos.observatory.config.ConfigNode;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * One item of {@code file_sd_configs}: files of target groups as JSON or YAML.
 *
 * @param patterns paths, the last part of which may have stars
 * @param refreshInterval after which files are read again that do not look changed
 */
public record FilePatterns(List<Path> patterns, Duration refreshInterval) {
    private static final int MAX_FILES = 10_000;
    private static final Duration DEFAULT_REFRESH = Duration.ofMinutes(5);
    private static final Pattern NAME = Pattern.compile("[^*]*(\\*[^/]*)?\\.(json|yml|yaml|JSON|YML|YAML)");

    public FilePatterns {
        patterns = List.copyOf(patterns);
    }

    static FilePatterns read(ConfigNode node) {
        ConfigMap map = node.map();
        List<Path> patterns =
                map.list("files").stream().map(FilePatterns::pattern).toList();
        if (patterns.isEmpty()) {
            throw map.problem("\"files\" is missing");
        }
        FilePatterns files = new FilePatterns(patterns, map.duration("refresh_interval", DEFAULT_REFRESH));
        map.end();
        return files;
    }

    private static Path pattern(ConfigNode node) {
        if (!NAME.matcher(node.string()).matches()) {
            throw node.problem(
                    "wanted a path that ends in .json, .yml or .yaml, with a * in its last part at most; got \""
                            + node.string() + "\"");
        }
        return node.filePath();
    }

    /** The files that there are. */
    Set<Path> files() throws IOException {
        Set<Path> files = new TreeSet<>();
        for (Path pattern : patterns) {
            if (pattern.toString().contains("*")) {
                addMatching(pattern, files);
            } else if (Files.exists(pattern)) {
                files.add(pattern);
            }
        }
        return files;
    }

    private static void addMatching(Path pattern, Set<Path> files) throws IOException {
        Path folder = pattern.toAbsolutePath().getParent();
        String name = String.valueOf(pattern.getFileName()).replace("{", "\\{").replace("}", "\\}");
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(folder, entry -> matcher.matches(entry.getFileName()))) {
            for (Path entry : entries) {
                files.add(pattern.resolveSibling(entry.getFileName()));
                if (files.size() > MAX_FILES) {
                    throw new IOException(pattern + ": more than " + MAX_FILES + " files");
                }
            }
        } catch (NoSuchFileException | NotDirectoryException e) {
            // A folder that is not there yet has no files yet.
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }
}
