package io.dawsos.telemetry.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Where other projects' test data lies: the folder that {@code DAWSOS_CONFORMANCE} names, else {@code
 * ../shared/conformance} beside the repository.
 */
public final class ConformanceFiles {

    private ConformanceFiles() {}

    /** The files of a subfolder whose names end so, sorted; skips the test when there is no such folder. */
    public static List<Path> files(String folder, String... endings) throws IOException {
        Path path = root().resolve(folder);
        boolean there = Files.isDirectory(path);
        if (!there) {
            System.out.println("conformance: skipped, there is no " + folder + " in DAWSOS_CONFORMANCE");
        }
        assumeTrue(there, "no conformance data: " + folder);
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .sorted()
                    .toList();
        }
    }

    private static Path root() {
        String named = System.getenv("DAWSOS_CONFORMANCE");
        return named == null ? repository().resolve("../shared/conformance").normalize() : Path.of(named);
    }

    /** The repository: the nearest folder above that holds the launcher. */
    public static Path repository() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(folder.resolve("dawsos"))) {
            folder = Objects.requireNonNull(folder.getParent(), "not in the repository");
        }
        return folder;
    }
}
