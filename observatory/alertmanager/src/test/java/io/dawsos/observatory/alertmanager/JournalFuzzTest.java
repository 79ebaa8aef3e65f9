package io.dawsos.observatory.alertmanager;

import io.dawsos.observatory.alertmanager.journal.JournalFuzzTarget;
import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reader of the journal, from files that an alertmanager wrote on. */
class JournalFuzzTest {
    @TempDir
    private Path temporary;

    @Test
    void journal_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().inputs(2000, corpus());
    }

    @Test
    @Tag("long")
    void journal_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing().minutes(10, corpus());
    }

    private Fuzzing fuzzing() {
        return new Fuzzing(JournalFuzzTarget.class, "io.dawsos.observatory.alertmanager.**", temporary, List.of());
    }

    private Path corpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        try (World world = new World(temporary, ObviousModel.CONFIG)) {
            world.fire("alertname", "A", "job", "x", "sev", "low");
            world.alertmanager.silence(world.silence(Duration.ofHours(1), true, true, "job", "y"));
            world.move(Duration.ofMinutes(1));
        }
        int number = 0;
        try (Stream<Path> files = Files.list(temporary.resolve("alertmanager"))) {
            for (Path file : files.toList()) {
                byte[] content = Files.readAllBytes(file);
                seed(corpus, "file" + number, 1, content);
                if (content.length > 16) {
                    seed(corpus, "record" + number, 0, Arrays.copyOfRange(content, 16, content.length));
                }
                number++;
            }
        }
        return corpus;
    }

    private static void seed(Path corpus, String name, int kind, byte[] content) throws IOException {
        byte[] seed = new byte[content.length + 1];
        seed[0] = (byte) kind;
        System.arraycopy(content, 0, seed, 1, content.length);
        Files.write(corpus.resolve(name), seed);
    }
}
