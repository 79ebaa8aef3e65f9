package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.tsdb.wal.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The files of a block as a whole. */
public final class BlockFolder {
    private BlockFolder() {}

    /** Deletes a folder; one that is not there is fine. Renamed before, so that half a block is never taken for one. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Path gone = folder;
        if (!String.valueOf(folder.getFileName()).endsWith(".tmp")) {
            gone = folder.resolveSibling(folder.getFileName() + ".deleted.tmp");
            Durable.move(folder, gone);
        }
        for (Path path : deepestFirst(gone)) {
            Files.delete(path);
        }
    }

    private static List<Path> deepestFirst(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted(Comparator.reverseOrder()).toList();
        }
    }

    /** The bytes of all files in a folder. */
    public static long size(Path folder) throws IOException {
        long size = 0;
        for (Path path : deepestFirst(folder)) {
            size += Files.isRegularFile(path) ? Files.size(path) : 0;
        }
        return size;
    }

    /** The same files in another folder: linked where the file system can, else copied. */
    public static void link(Path folder, Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path to = target.resolve(String.valueOf(file.getFileName()));
                try {
                    Files.createLink(to, file);
                } catch (UnsupportedOperationException | IOException e) {
                    Files.copy(file, to);
                    Durable.syncFile(to);
                }
            }
        }
        Durable.syncFolder(target);
    }
}
