package io.dawsos.observatory.tsdb;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a store as they are at this moment. */
final class CrashCopy {
    private CrashCopy() {}

    static void of(Path store, Path target) throws IOException {
        for (Path path : files(store)) {
            Path to = target.resolve(store.relativize(path));
            if (Files.isDirectory(path)) {
                Files.createDirectories(to);
            } else {
                Files.copy(path, to);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        for (Path path : files(folder).reversed()) {
            Files.delete(path);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.sorted().toList();
        }
    }
}
