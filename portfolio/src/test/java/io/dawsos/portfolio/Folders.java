package io.dawsos.portfolio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Data folders for tests, which share one copy of the unpacked PostgreSQL. */
public final class Folders {

    private static final Path BINARIES = Path.of(System.getProperty("java.io.tmpdir"), "dawsos-test-cache");

    private Folders() {}

    public static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("portfolio-test");
            shareBinaries(folder);
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void shareBinaries(Path data) throws IOException {
        Files.createSymbolicLink(data.resolve("cache"), Files.createDirectories(BINARIES));
    }
}
