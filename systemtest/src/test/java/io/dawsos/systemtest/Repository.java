package io.dawsos.systemtest;

import java.nio.file.Files;
import java.nio.file.Path;

/** The checked-out sources. */
final class Repository {

    /** Where the launcher is. */
    static final Path ROOT = root();

    private Repository() {}

    static Path file(String path) {
        return ROOT.resolve(path);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isExecutable(folder.resolve("dawsos"))) {
            folder = folder.getParent();
            if (folder == null) {
                throw new IllegalStateException("no ./dawsos in " + Path.of("").toAbsolutePath() + " or above it");
            }
        }
        return folder;
    }
}
