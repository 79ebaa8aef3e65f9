package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.tsdb.block.BlockFuzzTarget;
import io.dawsos.observatory.tsdb.block.TestBlocks;
import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import io.dawsos.observatory.tsdb.codec.SampleRuns;
import io.dawsos.observatory.tsdb.wal.WalFuzzTarget;
import io.dawsos.telemetry.testing.Fuzzing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The readers of the store's files, from files that a store wrote on. */
class FuzzTest {
    @TempDir
    private Path temporary;

    @Test
    void logReader_thousandsOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing(WalFuzzTarget.class).inputs(600, logCorpus());
    }

    @Test
    void blockReaders_thousandsOfInputs_neitherCrashNorHang() throws Exception {
        fuzzing(BlockFuzzTarget.class).inputs(3000, blockCorpus());
    }

    @Test
    @Tag("long")
    void logReader_tenMinutesOfInputs_neitherCrashesNorHangs() throws Exception {
        fuzzing(WalFuzzTarget.class).minutes(10, logCorpus());
    }

    @Test
    @Tag("long")
    void blockReaders_tenMinutesOfInputs_neitherCrashNorHang() throws Exception {
        fuzzing(BlockFuzzTarget.class).minutes(10, blockCorpus());
    }

    private Fuzzing fuzzing(Class<?> target) {
        return new Fuzzing(target, "io.dawsos.observatory.tsdb.**", temporary, List.of());
    }

    private static void seed(Path corpus, String name, int kind, byte[] content) throws IOException {
        byte[] seed = new byte[content.length + 1];
        seed[0] = (byte) kind;
        System.arraycopy(content, 0, seed, 1, content.length);
        Files.write(corpus.resolve(name), seed);
    }

    /** A log and a checkpoint as a store writes them, whole and as the payloads of their first records. */
    private Path logCorpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        Path copy = temporary.resolve("copy");
        Path folder = temporary.resolve("store");
        try (TimeSeriesStore store = Stores.open(folder)) {
            Appender appender = store.appender();
            SeriesSourceContract.content(398, 404, Stores.sink(appender));
            appender.commit();
            store.delete(List.of(SeriesSourceContract.regex("method", "P.*")), 0, 1);
            CrashCopy.of(folder, copy);
        }
        int number = 0;
        for (Path wal : List.of(copy.resolve("wal"), folder.resolve("wal"))) {
            try (Stream<Path> files = Files.list(wal)) {
                for (Path file : files.toList()) {
                    byte[] content = Files.readAllBytes(file);
                    seed(corpus, "file" + number++, 0, content);
                    if (content.length > 16) {
                        seed(corpus, "payload" + number, 2, Arrays.copyOfRange(content, 16, content.length));
                    }
                }
            }
        }
        return corpus;
    }

    private Path blockCorpus() throws IOException {
        Path corpus = Files.createDirectories(temporary.resolve("corpus"));
        Path block = temporary.resolve("block");
        TestBlocks.of(block, Set.of(Labels.of("job", "a", "n", "1"), Labels.of("job", "b"), Labels.of("n", "2")));
        byte[] index = Files.readAllBytes(block.resolve("index"));
        seed(corpus, "index", 0, Arrays.copyOf(index, index.length - 8));
        seed(corpus, "meta", 7, Files.readAllBytes(block.resolve("meta")));
        ByteSink scratch = new ByteSink();
        for (int i = 0; i < 40; i++) {
            SampleRun run = SampleRuns.random(i);
            byte[] times = Chunk.encodeTimes(run, scratch);
            byte[] body = Chunk.encodeBody(run, scratch);
            if (times.length < 256) {
                byte[] chunk = new byte[1 + times.length + body.length];
                chunk[0] = (byte) times.length;
                System.arraycopy(times, 0, chunk, 1, times.length);
                System.arraycopy(body, 0, chunk, 1 + times.length, body.length);
                seed(corpus, "chunk" + i, 3, chunk);
            }
        }
        return corpus;
    }
}
