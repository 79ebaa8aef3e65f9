package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import io.dawsos.observatory.tsdb.index.LabelIndex;
import io.dawsos.observatory.tsdb.index.Matching;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.roaringbitmap.IntIterator;
import org.roaringbitmap.RoaringBitmap;

/**
 * A block on disk, mapped into memory. Safe for many threads. Stays readable after its folder was deleted, until nobody
 * holds it any longer.
 */
public final class Block {
    private final Path folder;
    private final BlockMeta meta;
    private final BlockIndex index;
    private final ChunkFile chunks;
    private final long size;
    private volatile Tombstones tombstones;

    private Block(Path folder) throws IOException {
        this.folder = folder;
        meta = BlockMeta.read(folder);
        index = new BlockIndex(map(folder.resolve(BlockWriter.INDEX)));
        chunks = new ChunkFile(map(folder.resolve(BlockWriter.CHUNKS)));
        tombstones = Tombstones.read(folder);
        size = BlockFolder.size(folder);
    }

    /** @throws CorruptDataException when the files are not what they were written as */
    public static Block open(Path folder) throws IOException {
        try {
            return new Block(folder);
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new CorruptDataException("unreadable", e);
        }
    }

    private static MemorySegment map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            // Freed with the last reader: a query may still be going through a block that was merged away.
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }

    public String name() {
        return String.valueOf(folder.getFileName());
    }

    public Path folder() {
        return folder;
    }

    public long from() {
        return meta.from();
    }

    public long to() {
        return meta.to();
    }

    public int level() {
        return meta.level();
    }

    public long samples() {
        return meta.samples();
    }

    public List<String> sources() {
        return meta.sources();
    }

    public int seriesCount() {
        return index.seriesCount();
    }

    /** Bytes of its files when it was opened. */
    public long size() {
        return size;
    }

    public boolean hasTombstones() {
        return tombstones.size() > 0;
    }

    public LabelIndex index() {
        return index;
    }

    public Labels labels(int series) {
        return index.labels(series);
    }

    /** The series that match, whatever their times. */
    public RoaringBitmap select(List<Matcher> matchers) {
        return Matching.series(matchers, index);
    }

    /** Whether a series may have samples from one time to another. */
    public boolean mayHave(int series, long from, long to) {
        BlockIndex.ChunkPlace[] places = index.chunks(series);
        for (BlockIndex.ChunkPlace place : places) {
            if (place.first() <= to && place.last() >= from && !isDeleted(series, place.first(), place.last())) {
                return true;
            }
        }
        return false;
    }

    private boolean isDeleted(int series, long from, long to) {
        for (Tombstones.Span span : tombstones.of(series)) {
            if (span.from() <= from && span.to() >= to) {
                return true;
            }
        }
        return false;
    }

    /** Appends the samples of a time, both ends included, without the deleted ones. */
    public void read(int series, long from, long to, Samples into) {
        SampleRun run = new SampleRun(256);
        List<Tombstones.Span> deleted = tombstones.of(series);
        for (BlockIndex.ChunkPlace place : index.chunks(series)) {
            if (place.first() <= to && place.last() >= from) {
                chunks.read(place, run);
                copy(run, from, to, deleted, 0, into);
            }
        }
    }

    /** Copies what lies outside of the spans from one of them on. */
    private static void copy(SampleRun run, long from, long to, List<Tombstones.Span> deleted, int next, Samples into) {
        if (from > to) {
            return;
        }
        if (next == deleted.size()) {
            run.copyTo(from, to, into);
            return;
        }
        Tombstones.Span span = deleted.get(next);
        if (span.from() > to || span.to() < from) {
            copy(run, from, to, deleted, next + 1, into);
            return;
        }
        if (span.from() > from) {
            copy(run, from, span.from() - 1, deleted, next + 1, into);
        }
        if (span.to() < to) {
            copy(run, span.to() + 1, to, deleted, next + 1, into);
        }
    }

    /** Deletes the samples of matching series from one time to another, both included; durable when this returns. */
    public synchronized long delete(List<Matcher> matchers, long from, long to) throws IOException {
        RoaringBitmap doomed = new RoaringBitmap();
        for (IntIterator series = select(matchers).getIntIterator(); series.hasNext(); ) {
            int id = series.next();
            if (mayHave(id, from, to)) {
                doomed.add(id);
            }
        }
        if (!doomed.isEmpty()) {
            Tombstones more = tombstones.with(doomed, new Tombstones.Span(from, to));
            more.write(folder);
            tombstones = more;
        }
        return doomed.getLongCardinality();
    }
}
