package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.tsdb.block.Block;
import io.dawsos.observatory.tsdb.block.BlockFolder;
import io.dawsos.observatory.tsdb.block.BlockWriter;
import io.dawsos.observatory.tsdb.block.Compaction;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.head.Head;
import io.dawsos.observatory.tsdb.head.HeadPart;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;

/** Cuts blocks from the head, merges them, and deletes what is too old or too much. One thread at a time. */
final class Maintenance {
    private final StoreSettings settings;
    private final Head head;
    private final BlockList blocks;
    private final Problems problems;

    /** Excludes appends while it runs what it is given. */
    interface Exclusive {
        void run(Runnable step);
    }

    Maintenance(StoreSettings settings, Head head, BlockList blocks, Problems problems) {
        this.settings = settings;
        this.head = head;
        this.blocks = blocks;
        this.problems = problems;
    }

    /**
     * Cuts whole spans when memory holds more than one and a half since the last cut. What came late for older spans waits
     * for that too, so that it does not make a small block each time.
     *
     * @return the first time that was not cut
     */
    long cut(long floor, Exclusive exclusive) throws IOException {
        long range = settings.blockRange().toMillis();
        long since = Math.max(head.first(), floor);
        long now = floor;
        if (head.last() < since || head.last() - since <= range + range / 2) {
            return now;
        }
        while (true) {
            long from = Math.floorDiv(head.first(), range) * range;
            if (from + range > head.last() - range / 2) {
                return now;
            }
            cut(from, from + range, exclusive);
            now = Math.max(now, from + range);
        }
    }

    private void cut(long from, long before, Exclusive exclusive) throws IOException {
        exclusive.run(() -> head.beginCut(before));
        try {
            Path target = blocks.next();
            List<HeadPart> parts = head.select(List.of(), from, before - 1);
            parts.sort(Comparator.comparing(HeadPart::labels));
            try (BlockWriter writer = new BlockWriter(target, from, before - 1)) {
                Samples samples = new Samples(1024);
                for (HeadPart part : parts) {
                    samples.clear();
                    part.read(from, before - 1, samples);
                    writer.add(part.labels(), samples);
                }
                if (!writer.isEmpty()) {
                    writer.finish(1, List.of());
                }
            }
            blocks.replace(List.of(), target);
        } catch (IOException | RuntimeException e) {
            exclusive.run(head::cancelCut);
            throw e;
        }
        exclusive.run(head::endCut);
    }

    void compact() throws IOException {
        long range = settings.blockRange().toMillis();
        long largest = Math.max(range, settings.retention().toMillis() / 10);
        while (true) {
            Compaction.Plan plan = Compaction.next(blocks.all(), range, largest);
            if (plan.blocks().isEmpty()) {
                return;
            }
            try {
                merge(plan);
            } catch (CorruptDataException e) {
                problems.add("could not merge blocks", e);
                setAsideCorrupt(plan.blocks());
            }
        }
    }

    /** Which of the blocks it was is told by reading each alone. */
    private void setAsideCorrupt(List<Block> suspects) {
        for (Block block : suspects) {
            try {
                Samples samples = new Samples();
                for (int series = 0; series < block.seriesCount(); series++) {
                    samples.clear();
                    block.labels(series);
                    block.read(series, Long.MIN_VALUE, Long.MAX_VALUE, samples);
                }
            } catch (CorruptDataException e) {
                blocks.setAside(block, e);
            }
        }
    }

    private void merge(Compaction.Plan plan) throws IOException {
        Path target = blocks.next();
        try (BlockWriter writer = new BlockWriter(target, plan.from(), plan.to())) {
            Samples samples = new Samples(1024);
            TreeMap<Labels, List<Cursor>> next = new TreeMap<>();
            for (Block block : plan.blocks()) {
                new Cursor(block).advance(next);
            }
            while (!next.isEmpty()) {
                Map.Entry<Labels, List<Cursor>> entry = Objects.requireNonNull(next.pollFirstEntry());
                samples.clear();
                series(entry.getKey(), entry.getValue()).read(Long.MIN_VALUE, Long.MAX_VALUE, samples);
                writer.add(entry.getKey(), samples);
                entry.getValue().forEach(cursor -> cursor.advance(next));
            }
            if (!writer.isEmpty()) {
                int level = plan.blocks().stream().mapToInt(Block::level).max().orElse(0);
                writer.finish(level + 1, plan.blocks().stream().map(Block::name).toList());
            }
        }
        blocks.replace(plan.blocks(), target);
    }

    private static StoreSeries series(Labels labels, List<Cursor> cursors) {
        StoreSeries series = new StoreSeries(labels, cursors.getFirst().part());
        cursors.stream().skip(1).forEach(cursor -> series.add(cursor.part()));
        return series;
    }

    /** Goes through the series of a block, which lie by their labels. */
    private static final class Cursor {
        private final Block block;
        private int at = -1;

        Cursor(Block block) {
            this.block = block;
        }

        void advance(SortedMap<Labels, List<Cursor>> next) {
            if (++at < block.seriesCount()) {
                next.computeIfAbsent(block.labels(at), key -> new ArrayList<>()).add(this);
            }
        }

        StoreSeries.Part part() {
            int series = at;
            return (from, to, into) -> block.read(series, from, to, into);
        }
    }

    /** Deletes the oldest blocks by time and by size. */
    void retain(long otherBytes) throws IOException {
        List<Block> byAge = new ArrayList<>(blocks.all());
        byAge.sort(Comparator.comparingLong(Block::to));
        long newest = Math.max(
                head.last(), byAge.isEmpty() ? Long.MIN_VALUE : byAge.getLast().to());
        long bytes = blocks.bytes() + otherBytes;
        for (Block block : byAge) {
            boolean tooOld = newest - block.to() > settings.retention().toMillis();
            boolean tooMuch = settings.maxBytes() > 0 && bytes > settings.maxBytes();
            if (tooOld || tooMuch) {
                blocks.delete(block);
                bytes -= block.size();
            }
        }
    }

    /** Links all blocks into another folder. */
    void link(Path target) throws IOException {
        for (Block block : blocks.all()) {
            BlockFolder.link(block.folder(), target.resolve(block.name()));
        }
    }
}
