package io.dawsos.observatory.tsdb;

import static io.dawsos.observatory.tsdb.SeriesSourceContract.all;
import static io.dawsos.observatory.tsdb.SeriesSourceContract.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store makes of files that a crash or a disk damaged. */
class CrashTest {
    private static final Labels UP = Labels.of("__name__", "up");

    @TempDir
    private Path folder;

    /** A store's files as a crash leaves them: batches of one sample of one value each, from 0 on. */
    private Path crashed(int batches) throws IOException {
        Path written = folder.resolve("store");
        Path copy = folder.resolve("crashed");
        try (TimeSeriesStore store = Stores.open(written)) {
            for (int i = 0; i < batches; i++) {
                Stores.append(store, UP, i, i * 1.5);
            }
            CrashCopy.of(written, copy);
        }
        return copy;
    }

    private static Path segment(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("wal"))) {
            return files.filter(file -> file.toString().endsWith(".wal"))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static int samples(TimeSeriesStore store) {
        List<SeriesSourceContract.Sample> samples = read(store, all()).getOrDefault(UP, List.of());
        for (int i = 0; i < samples.size(); i++) {
            assertThat(samples.get(i).bits())
                    .isEqualTo(Double.doubleToRawLongBits(samples.get(i).time() * 1.5));
        }
        return samples.size();
    }

    @Test
    void open_logCutAtEveryByte_wholeBatchesBeforeAreThereAndTheTailIsTold() throws IOException {
        Path crashed = crashed(4);
        byte[] log = Files.readAllBytes(segment(crashed));
        int before = 0;
        for (int length = 0; length <= log.length; length++) {
            Path copy = folder.resolve("cut" + length);
            CrashCopy.of(crashed, copy);
            Files.write(segment(copy), Arrays.copyOf(log, length));
            try (TimeSeriesStore store = Stores.open(copy)) {
                int found = samples(store);
                assertThat(found).isBetween(before, before + 1);
                boolean whole = found > before || length == 0 || length == 8;
                assertThat(store.status().problems())
                        .as("cut to %d bytes", length)
                        .hasSize(whole ? 0 : 1)
                        .allMatch(problem -> problem.contains("cut off a torn tail of"));
                before = found;
                assertThat(Stores.append(store, UP, 100, 150).appended()).isOne();
                assertThat(samples(store)).isEqualTo(found + 1);
            }
        }
        assertThat(before).isEqualTo(4);
    }

    @Test
    void open_zerosBehindTheLog_cutOff() throws IOException {
        Path crashed = crashed(3);
        byte[] log = Files.readAllBytes(segment(crashed));
        Files.write(segment(crashed), Arrays.copyOf(log, log.length + 4096));
        try (TimeSeriesStore store = Stores.open(crashed)) {
            assertThat(samples(store)).isEqualTo(3);
            assertThat(store.status().problems()).singleElement().asString().contains("4096 bytes");
        }
    }

    @Test
    void open_recordDamagedInTheMiddle_onlyThatIsLeftOut() throws IOException {
        Path crashed = crashed(10);
        byte[] log = Files.readAllBytes(segment(crashed));
        log[log.length - 5] ^= 1;
        byte[] earlier = log.clone();
        log[log.length - 5] ^= 1;
        Files.write(segment(crashed), earlier);
        try (TimeSeriesStore store = Stores.open(crashed)) {
            assertThat(samples(store)).as("the last record is taken for torn").isEqualTo(9);
        }
        log[log.length / 2] ^= 1;
        Path other = folder.resolve("other");
        CrashCopy.of(crashed, other);
        try (Stream<Path> files = Files.list(other.resolve("wal"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.write(other.resolve("wal").resolve("00000001.wal"), log);
        try (TimeSeriesStore store = Stores.open(other)) {
            assertThat(samples(store)).isEqualTo(9);
            assertThat(store.status().problems()).singleElement().asString().contains("left out");
        }
    }

    /** A closed store with blocks. */
    private Path withBlocks() throws IOException {
        Path store = folder.resolve("blocks");
        try (TimeSeriesStore open = Stores.open(store, SETTINGS)) {
            Stores.fill(open, 0, SeriesSourceContract.STEPS);
            open.maintain();
            assertThat(open.status().blocks()).isGreaterThan(1);
        }
        return store;
    }

    private static final StoreSettings SETTINGS = Stores.SETTINGS.withBlockRange(Duration.ofMinutes(30));

    private static Path firstBlock(Path store) throws IOException {
        try (Stream<Path> files = Files.list(store.resolve("blocks"))) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    private static void damage(Path file, double where) throws IOException {
        byte[] content = Files.readAllBytes(file);
        content[(int) ((content.length - 1) * where)] ^= 0x10;
        Files.write(file, content);
    }

    @Test
    void open_indexOrMetaOfABlockDamaged_setAsideAndTheRestServed() throws IOException {
        Path original = withBlocks();
        for (String file : List.of("index", "meta")) {
            for (double where : new double[] {0, 0.3, 0.7, 1}) {
                Path copy = folder.resolve(file + where);
                CrashCopy.of(original, copy);
                Path block = firstBlock(copy);
                damage(block.resolve(file), where);
                checkSetAside(copy, block);
            }
        }
        Path copy = folder.resolve("missing");
        CrashCopy.of(original, copy);
        Path block = firstBlock(copy);
        Files.delete(block.resolve("chunks"));
        checkSetAside(copy, block);
    }

    private static void checkSetAside(Path copy, Path block) throws IOException {
        try (TimeSeriesStore store = Stores.open(copy, SETTINGS)) {
            assertThat(store.status().problems())
                    .singleElement()
                    .asString()
                    .contains("set aside the corrupt block " + block.getFileName());
            assertThat(Files.exists(block)).isFalse();
            assertThat(block.resolveSibling(block.getFileName() + ".corrupt")).isDirectory();
            assertThat(read(store, all()).get(SeriesSourceContract.GET)).isNotEmpty();
            Stores.append(store, UP, SeriesSourceContract.STEPS * SeriesSourceContract.STEP, 1);
        }
        try (TimeSeriesStore store = Stores.open(copy, SETTINGS)) {
            assertThat(store.status().problems()).isEmpty();
        }
    }

    @Test
    void select_chunkDamaged_thatQueryFailsTheNextIsServedWithoutTheBlock() throws IOException {
        Path path = withBlocks();
        Path block = firstBlock(path);
        damage(block.resolve("chunks"), 0.5);
        try (TimeSeriesStore store = Stores.open(path, SETTINGS)) {
            assertThatThrownBy(() -> read(store, all()))
                    .isInstanceOf(CorruptDataException.class)
                    .hasMessageContaining("was set aside, ask again");
            assertThat(read(store, all()).get(SeriesSourceContract.GET)).isNotEmpty();
            assertThat(block.resolveSibling(block.getFileName() + ".corrupt")).isDirectory();
        }
    }

    @Test
    void maintain_chunkDamaged_blockSetAsideAndTheOthersMerged() throws IOException {
        Path path = withBlocks();
        Path block = firstBlock(path);
        damage(block.resolve("chunks"), 0.5);
        StoreSettings smaller = SETTINGS.withBlockRange(Duration.ofMinutes(10));
        try (TimeSeriesStore store = Stores.open(path, smaller.withRetention(Duration.ofDays(90), 0))) {
            store.delete(List.of(SeriesSourceContract.equal("method", "POST")), 0, Long.MAX_VALUE);
            store.maintain();
            assertThat(store.status().problems()).anyMatch(problem -> problem.contains("set aside the corrupt block"));
            assertThat(read(store, all()).get(SeriesSourceContract.GET)).isNotEmpty();
            assertThat(read(store, all())).doesNotContainKey(SeriesSourceContract.POST);
        }
    }

    @Test
    void open_crashWhileMerging_oldBlocksAndHalfWrittenOnesAreGone() throws IOException {
        Path path = withBlocks();
        Path saved = folder.resolve("saved");
        CrashCopy.of(path.resolve("blocks"), saved);
        try (TimeSeriesStore store = Stores.open(path, Stores.SETTINGS.withBlockRange(Duration.ofMinutes(5)))) {
            store.maintain();
        }
        // As if the process had ended between putting the merged block in its place and deleting the merged ones.
        int restored = 0;
        try (Stream<Path> blocks = Files.list(saved)) {
            for (Path block : blocks.toList()) {
                Path to = path.resolve("blocks").resolve(Objects.requireNonNull(block.getFileName()));
                if (!Files.exists(to)) {
                    CrashCopy.of(block, to);
                    restored++;
                }
            }
        }
        Files.createDirectories(path.resolve("blocks").resolve("block-00000000000000ff.tmp"));
        assertThat(restored).isPositive();
        try (TimeSeriesStore store = Stores.open(path, SETTINGS)) {
            assertThat(store.status().problems()).isEmpty();
            assertThat(read(store, all())).isEqualTo(SeriesSourceContract.expected());
        }
        try (Stream<Path> blocks = Files.list(path.resolve("blocks"))) {
            assertThat(blocks.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp"));
        }
    }
}
