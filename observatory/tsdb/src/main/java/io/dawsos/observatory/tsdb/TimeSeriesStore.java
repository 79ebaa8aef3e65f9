package io.dawsos.observatory.tsdb;

import io.dawsos.observatory.model.AppendOutcome;
import io.dawsos.observatory.model.Appender;
import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.model.MetricMetadata;
import io.dawsos.observatory.model.Refusal;
import io.dawsos.observatory.model.Selection;
import io.dawsos.observatory.model.Series;
import io.dawsos.observatory.model.SeriesSink;
import io.dawsos.observatory.model.SeriesSource;
import io.dawsos.observatory.tsdb.block.Block;
import io.dawsos.observatory.tsdb.block.BlockFolder;
import io.dawsos.observatory.tsdb.head.Head;
import io.dawsos.observatory.tsdb.wal.Durable;
import io.dawsos.observatory.tsdb.wal.RecordWriter;
import io.dawsos.observatory.tsdb.wal.Replay;
import io.dawsos.observatory.tsdb.wal.Wal;
import io.dawsos.observatory.tsdb.wal.WalReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A durable store of time series in a folder: the newest samples in memory and in a write-ahead log, older ones in blocks.
 * One process has a folder open at a time. Safe for many threads.
 *
 * <p>A reader sees a sample from the moment that it is in the log, which may be just before it is durable.
 */
public final class TimeSeriesStore implements SeriesSource, SeriesSink, Closeable {
    private final Path folder;
    private final Problems problems = new Problems();
    private final Head head = new Head();
    private final ExemplarRing exemplars;
    private final Map<String, MetricMetadata> metadata = new ConcurrentHashMap<>();
    private final BlockList blocks;
    private final StoreQuery query;
    private final Maintenance maintenance;
    private final BatchWriter writer;
    private final Checkpoints checkpoints;
    private final StoreLock lock;
    private final Wal wal;
    private final long replayed;
    private final @Nullable MaintenanceThread thread;

    /** Held by whoever changes the head or writes to the log. */
    private final ReentrantLock writing = new ReentrantLock();

    /** Held by whoever cuts, merges, deletes or copies blocks; taken before {@link #writing}. */
    private final ReentrantLock maintaining = new ReentrantLock();

    private final EnumMap<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    private long appended;
    private long unchanged;
    private volatile long floor;
    private volatile boolean closed;

    /**
     * Opens the store in a folder, which is made when it is not there.
     *
     * @param clock tells how far ahead a sample is
     * @throws IOException when the folder cannot be used, or another store has it open
     */
    public static TimeSeriesStore open(Path folder, StoreSettings settings, InstantSource clock) throws IOException {
        Files.createDirectories(folder.resolve("wal"));
        StoreLock lock = StoreLock.take(folder);
        try {
            return new TimeSeriesStore(folder, settings, clock, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private TimeSeriesStore(Path folder, StoreSettings settings, InstantSource clock, StoreLock lock)
            throws IOException {
        this.folder = folder;
        this.lock = lock;
        exemplars = new ExemplarRing(settings.exemplars());
        blocks = new BlockList(folder.resolve("blocks"), problems);
        query = new StoreQuery(head, blocks);
        maintenance = new Maintenance(settings, head, blocks, problems);
        checkpoints = new Checkpoints(head, exemplars, metadata);
        blocks.open();
        floor = blocks.all().stream().mapToLong(Block::to).max().orElse(BatchCheck.EARLIEST - 1) + 1;
        Recovery recovery =
                new Recovery(head, exemplars, metadata, Runtime.getRuntime().maxMemory() / 16);
        Replay replay = WalReader.read(walFolder(), recovery);
        recovery.flush();
        replay.problems().forEach(problems::add);
        if (recovery.unknown() > 0) {
            problems.add(
                    "left out " + recovery.unknown() + " entries of series that the write-ahead log does not name");
        }
        replayed = replay.records();
        wal = Wal.open(walFolder(), replay.next(), settings.segmentBytes());
        BatchCheck check = new BatchCheck(head, settings, query::readBlocks);
        writer = new BatchWriter(settings, clock, head, exemplars, metadata, check, wal);
        thread = settings.background() ? new MaintenanceThread(this::maintainQuietly) : null;
    }

    private Path walFolder() {
        return folder.resolve("wal");
    }

    @Override
    public Appender appender() {
        return new StoreAppender(this);
    }

    @Override
    public int ref(Labels series) {
        return head.find(series);
    }

    AppendOutcome commit(Batch batch) throws IOException {
        Tally tally = new Tally();
        long position = 0;
        writing.lock();
        try {
            if (closed) {
                throw new IOException("the store in " + folder + " is closed");
            }
            position = writer.store(batch, floor, tally);
        } finally {
            count(tally);
            writing.unlock();
        }
        wal.sync(position);
        return tally.outcome();
    }

    private void count(Tally tally) {
        appended += tally.appended;
        unchanged += tally.unchanged;
        tally.outcome().refused().forEach((reason, count) -> refused.merge(reason, count, Long::sum));
    }

    @Override
    public Stream<Series> select(Selection selection) {
        return query.select(selection);
    }

    @Override
    public List<String> labelNames(Selection selection) {
        return query.labelNames(selection);
    }

    @Override
    public List<String> labelValues(String name, Selection selection) {
        return query.labelValues(name, selection);
    }

    /** The exemplars of matching series, by labels. */
    public List<SeriesExemplars> exemplars(Selection selection) {
        return exemplars.select(selection);
    }

    /** What is known of each metric, by name. */
    public Map<String, MetricMetadata> metadata() {
        return new TreeMap<>(metadata);
    }

    /**
     * Deletes the samples and exemplars of matching series from one time to another, both included. Durable when it returns. Files
     * become smaller with the next merge.
     *
     * @return in how many series of the head and of blocks
     * @throws IllegalArgumentException without a matcher: that would be everything
     */
    public long delete(List<Matcher> matchers, long from, long to) throws IOException {
        if (matchers.isEmpty()) {
            throw new IllegalArgumentException("delete wants a matcher, got none, which would be every series");
        }
        maintaining.lock();
        try {
            long series = 0;
            for (Block block : blocks.all()) {
                if (block.from() <= to && block.to() >= from) {
                    series += block.delete(matchers, from, to);
                }
            }
            return series + deleteFromHead(matchers, from, to);
        } finally {
            maintaining.unlock();
        }
    }

    private long deleteFromHead(List<Matcher> matchers, long from, long to) throws IOException {
        long position;
        long series;
        writing.lock();
        try {
            RecordWriter record = new RecordWriter();
            record.delete(matchers, from, to);
            position = wal.append(record);
            series = head.delete(matchers, from, to);
            exemplars.delete(new Selection(matchers, from, to));
        } finally {
            writing.unlock();
        }
        wal.sync(position);
        return series;
    }

    /**
     * Cuts blocks from memory, merges blocks and deletes old ones, as far as there is anything to do. The store's own
     * thread does it every half a minute, unless the settings say otherwise.
     */
    public void maintain() throws IOException {
        maintaining.lock();
        try {
            if (closed) {
                return;
            }
            long before = floor;
            try {
                floor = maintenance.cut(before, this::exclusively);
            } finally {
                floor = Math.max(
                        floor, blocks.all().stream().mapToLong(Block::to).max().orElse(Long.MIN_VALUE));
            }
            if (floor > before) {
                checkpoint();
            }
            maintenance.compact();
            maintenance.retain(BlockFolder.size(walFolder()));
        } finally {
            maintaining.unlock();
        }
    }

    private void maintainQuietly() {
        try {
            maintain();
        } catch (IOException | RuntimeException e) {
            problems.add("maintenance of " + folder + " failed, and is tried again", e);
        }
    }

    private void exclusively(Runnable step) {
        writing.lock();
        try {
            step.run();
        } finally {
            writing.unlock();
        }
    }

    /** Writes the head into a file, so that the log before can go. */
    private void checkpoint() throws IOException {
        int number;
        writing.lock();
        try {
            number = wal.rotate();
        } finally {
            writing.unlock();
        }
        checkpoints.write(walFolder(), number);
        wal.dropBefore(number);
    }

    /**
     * Makes a copy of the store in a new folder while this one runs: blocks are linked, memory is written out. It holds
     * all that was committed before the call, and can be opened as a store.
     *
     * @throws IOException when the folder is there and not empty
     */
    public void snapshot(Path target) throws IOException {
        Files.createDirectories(target);
        try (Stream<Path> there = Files.list(target)) {
            if (there.findAny().isPresent()) {
                throw new IOException("a snapshot wants a new folder, and " + target + " is not empty");
            }
        }
        Path copyOfWal = Files.createDirectories(target.resolve("wal"));
        Path copyOfBlocks = Files.createDirectories(target.resolve("blocks"));
        maintaining.lock();
        try {
            maintenance.link(copyOfBlocks);
            checkpoints.write(copyOfWal, 1);
        } finally {
            maintaining.unlock();
        }
        Durable.syncFolder(copyOfBlocks);
        Durable.syncFolder(target);
    }

    public StoreStatus status() {
        writing.lock();
        try {
            List<Block> now = blocks.all();
            return new StoreStatus(
                    head.size(),
                    appended,
                    unchanged,
                    Tally.all(refused),
                    now.size(),
                    blocks.bytes(),
                    Math.min(
                            head.first(),
                            now.isEmpty() ? Long.MAX_VALUE : now.getFirst().from()),
                    Math.max(
                            head.last(), now.stream().mapToLong(Block::to).max().orElse(Long.MIN_VALUE)),
                    replayed,
                    problems.list());
        } finally {
            writing.unlock();
        }
    }

    /** Writes memory out, so that the next start is quick, and lets the folder go. */
    @Override
    public void close() throws IOException {
        if (thread != null) {
            thread.close();
        }
        maintaining.lock();
        try {
            if (!closed) {
                exclusively(() -> closed = true);
                closeFiles();
            }
        } finally {
            maintaining.unlock();
        }
    }

    private void closeFiles() throws IOException {
        try {
            checkpoint();
        } finally {
            try {
                wal.close();
            } finally {
                lock.close();
            }
        }
    }
}
