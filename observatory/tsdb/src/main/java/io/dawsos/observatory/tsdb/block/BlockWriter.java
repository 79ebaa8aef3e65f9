package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Samples;
import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import io.dawsos.observatory.tsdb.wal.Durable;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes a block beside where it will be, and moves it there when it is whole and durable. A series is cut into chunks
 * at halves, quarters and so on of the block's time, not by count: so series of one scrape have chunks of the same
 * times, which are stored once.
 */
public final class BlockWriter implements Closeable {
    static final String CHUNKS = "chunks";
    static final String INDEX = "index";
    private static final int CHUNK_SAMPLES = 256;

    private final Path target;
    private final Path fresh;
    private final long rangeFrom;
    private final long rangeTo;
    private final ChunkFileWriter chunks;
    private final IndexWriter index = new IndexWriter();
    private final ByteSink scratch = new ByteSink();
    private final SampleRun run = new SampleRun(CHUNK_SAMPLES);

    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;
    private long series;
    private long samples;

    /**
     * @param target the block's folder
     * @param rangeFrom first millisecond that may come
     * @param rangeTo last
     */
    public BlockWriter(Path target, long rangeFrom, long rangeTo) throws IOException {
        this.target = target;
        this.rangeFrom = rangeFrom;
        this.rangeTo = rangeTo;
        fresh = target.resolveSibling(target.getFileName() + ".tmp");
        Files.createDirectories(fresh);
        chunks = new ChunkFileWriter(fresh.resolve(CHUNKS));
    }

    /** Series come by ascending labels; one without samples is left out. */
    public void add(Labels labels, Samples all) throws IOException {
        if (all.size() == 0) {
            return;
        }
        List<IndexWriter.Column> columns = new ArrayList<>();
        split(all, 0, all.size(), rangeFrom, rangeTo, columns);
        index.add(labels, columns);
        first = Math.min(first, all.timestamp(0));
        last = Math.max(last, all.timestamp(all.size() - 1));
        series++;
        samples += all.size();
    }

    private void split(Samples all, int from, int to, long start, long end, List<IndexWriter.Column> columns)
            throws IOException {
        if (to - from > CHUNK_SAMPLES) {
            long middle = start + (end - start) / 2;
            int at = from;
            while (at < to && all.timestamp(at) <= middle) {
                at++;
            }
            split(all, from, at, start, middle, columns);
            split(all, at, to, middle + 1, end, columns);
            return;
        }
        for (int i = from; i < to; ) {
            boolean histograms = all.histogram(i) != null;
            run.clear();
            for (; i < to && (all.histogram(i) != null) == histograms; i++) {
                run.append(all.timestamp(i), all.value(i), all.histogram(i), all.startTimestamp(i));
            }
            byte[] times = Chunk.encodeTimes(run, scratch);
            long timesAt = chunks.write(times);
            byte[] body = Chunk.encodeBody(run, scratch);
            columns.add(new IndexWriter.Column(
                    timesAt, times.length, Chunk.first(times), Chunk.last(times), chunks.write(body), body.length));
        }
    }

    public boolean isEmpty() {
        return series == 0;
    }

    /**
     * Puts the block in its place.
     *
     * @param level how often its samples were merged, 1 for never
     * @param sources names of the blocks that it replaces
     */
    public void finish(int level, List<String> sources) throws IOException {
        chunks.close();
        Durable.syncFile(fresh.resolve(CHUNKS));
        byte[] content = index.toBytes();
        CRC32C crc = new CRC32C();
        crc.update(content);
        ByteSink file = new ByteSink(content.length + 8);
        file.bytes(content, 0, content.length).u32((int) crc.getValue()).u32(IndexWriter.MAGIC);
        Durable.replace(fresh.resolve(INDEX), file.toBytes());
        new BlockMeta(first, last, level, series, samples, sources).write(fresh);
        Durable.syncFolder(fresh);
        Durable.move(fresh, target);
    }

    /** Takes away what was not finished. */
    @Override
    public void close() throws IOException {
        chunks.close();
        BlockFolder.delete(fresh);
    }
}
