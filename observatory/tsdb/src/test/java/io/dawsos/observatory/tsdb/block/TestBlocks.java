package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Blocks for tests: each series with some samples. */
public final class TestBlocks {
    private TestBlocks() {}

    /** A block that was opened. */
    public record Opened(Block block) {
        public Set<Labels> select(List<Matcher> matchers) {
            Set<Labels> found = new TreeSet<>();
            block.select(matchers).forEach((int series) -> found.add(block.labels(series)));
            return found;
        }
    }

    public static Opened of(Path folder, Set<Labels> series) throws IOException {
        SortedSet<Labels> sorted = new TreeSet<>(series);
        try (BlockWriter writer = new BlockWriter(folder, 0, 7_199_999)) {
            for (Labels labels : sorted) {
                Samples samples = new Samples();
                for (int i = 0; i < 480; i++) {
                    samples.append(i * 15_000L, i * (double) labels.size());
                }
                writer.add(labels, samples);
            }
            writer.finish(1, List.of());
        }
        return new Opened(Block.open(folder));
    }

    public static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
