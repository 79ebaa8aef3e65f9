package io.dawsos.observatory.server.config;

import io.dawsos.observatory.config.ConfigNode;
import io.dawsos.observatory.rules.RuleDialect;
import io.dawsos.observatory.rules.RuleFile;
import io.dawsos.observatory.rules.RuleGroup;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files that {@code rule_files} names: paths and patterns, relative ones from the configuration's folder on. */
final class RuleFiles {
    private static final int MOST = 10_000;

    private RuleFiles() {}

    static List<RuleGroup> read(List<ConfigNode> patterns, RuleDialect dialect) {
        TreeSet<Path> files = new TreeSet<>();
        for (ConfigNode pattern : patterns) {
            add(pattern, files);
            if (files.size() > MOST) {
                throw pattern.problem("there are at most " + MOST + " rule files");
            }
        }
        List<RuleGroup> groups = new ArrayList<>();
        files.forEach(file -> groups.addAll(RuleFile.read(file, dialect).groups()));
        return groups;
    }

    /** A path of which nothing is there is no error, as in Prometheus: files may come later. */
    private static void add(ConfigNode pattern, Set<Path> files) {
        Path path = pattern.filePath();
        String name = String.valueOf(path.getFileName());
        if (!name.matches(".*[*?\\[].*")) {
            if (Files.exists(path)) {
                files.add(path);
            }
            return;
        }
        Path folder = path.toAbsolutePath().getParent();
        if (folder == null || folder.toString().contains("*")) {
            throw pattern.problem("only the last part of a path may have stars, got \"" + pattern.string() + "\"");
        }
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, name)) {
            found.forEach(file -> files.add(path.resolveSibling(file.getFileName())));
        } catch (IOException | DirectoryIteratorException e) {
            throw pattern.problem("cannot list " + folder + ": " + e.getMessage());
        }
    }
}
