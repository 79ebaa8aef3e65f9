package io.dawsos.observatory.ingest.discovery;

import io.dawsos.observatory.config.ConfigException;
import io.dawsos.observatory.config.ConfigFile;
import io.dawsos.observatory.config.ConfigNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The target groups of files, as of the last look at them. A file that turned bad keeps the targets that it had; one that
 * is gone loses them. For one thread.
 */
public final class FileTargets {
    private static final Logger LOG = LoggerFactory.getLogger(FileTargets.class);
    private static final String FILE_LABEL = "__meta_filepath";

    private final FilePatterns patterns;
    private final Map<Path, Read> read = new TreeMap<>();
    private Instant rereadAt = Instant.MIN;
    private long failures;

    /** A file as it was read last. */
    private record Read(Stamp stamp, List<TargetGroup> groups) {}

    /** Shows whether a file has changed. */
    private record Stamp(
            FileTime modified, long size, @Nullable Object key) {
        static Stamp of(Path file) throws IOException {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
        }
    }

    public FileTargets(FilePatterns patterns) {
        this.patterns = patterns;
    }

    /** Reads the files that look changed, and all of them when the interval is over; true when the groups are others. */
    public boolean refresh(Instant now) {
        List<TargetGroup> before = groups();
        boolean all = !now.isBefore(rereadAt);
        if (all) {
            rereadAt = now.plus(patterns.refreshInterval());
        }
        try {
            Set<Path> files = patterns.files();
            read.keySet().retainAll(files);
            files.forEach(file -> refresh(file, all));
        } catch (IOException e) {
            failed(patterns.patterns().toString(), e.toString());
        }
        return !groups().equals(before);
    }

    private void refresh(Path file, boolean all) {
        Read known = read.get(file);
        try {
            Stamp stamp = Stamp.of(file);
            if (known != null && !all && stamp.equals(known.stamp())) {
                return;
            }
            // Noted before it is read, so that a bad file is complained of once, not at each look.
            read.put(file, new Read(stamp, known == null ? List.of() : known.groups()));
            read.put(file, new Read(stamp, parse(file)));
        } catch (ConfigException | IOException e) {
            failed(file.toString(), String.valueOf(e.getMessage()));
        }
    }

    private static List<TargetGroup> parse(Path file) {
        List<TargetGroup> groups = new ArrayList<>();
        for (ConfigNode node : ConfigFile.read(file).list()) {
            groups.add(TargetGroup.read(node, file + ":" + groups.size()).withLabel(FILE_LABEL, file.toString()));
        }
        return List.copyOf(groups);
    }

    private void failed(String where, String why) {
        failures++;
        LOG.warn("Targets of {} stay as they were: {}", where, why);
    }

    public List<TargetGroup> groups() {
        return read.values().stream().flatMap(file -> file.groups().stream()).toList();
    }

    /** How often a file could not be read. */
    public long failures() {
        return failures;
    }
}
