package io.dawsos.observatory.alertmanager.journal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A journal of records in segment files and snapshots. Records go to the operating system at once, and to the disk together
 * with those of other callers: who calls {@link #sync} while another's runs shares the next one. A record says how a thing
 * is from there on, so that reading one twice does no harm. Always begins a segment of its own, never writing behind what a
 * crash left.
 *
 * <p>Writes through {@link RandomAccessFile}: a {@code FileChannel} closes itself when a thread is interrupted.
 */
public final class Journal implements Closeable {
    private static final String HALF_WRITTEN = ".tmp";

    private final Path folder;
    private final boolean forced;
    private final FolderLock lock;
    private final Recovery recovery;
    private final ReentrantLock syncing = new ReentrantLock();

    private int number;
    private RandomAccessFile file;
    private long segmentSize;
    private long snapshotSize;
    private volatile long written;
    private volatile long durable;
    private volatile boolean failed;

    private Journal(Path folder, boolean forced, FolderLock lock, Recovery recovery, int number) throws IOException {
        this.folder = folder;
        this.forced = forced;
        this.lock = lock;
        this.recovery = recovery;
        this.number = number;
        this.file = create(number);
        this.snapshotSize = recovery.bytes();
    }

    /**
     * Opens the journal in a folder, which is made when it is missing, and reads what is there.
     *
     * @param durable whether {@link #sync} forces to the disk; without, records survive the process, not the machine
     * @param visitor gets the records in order; may throw {@link CorruptRecordException}, by which one is left out
     */
    public static Journal open(Path folder, boolean durable, Consumer<RecordInput> visitor) throws IOException {
        Files.createDirectories(folder);
        FolderLock lock = FolderLock.take(folder);
        try {
            Recovery recovery = JournalReader.read(folder, visitor);
            List<JournalFile> files = JournalFile.list(folder);
            deleteHalfWritten(folder);
            return new Journal(
                    folder,
                    durable,
                    lock,
                    recovery,
                    files.isEmpty() ? 1 : files.getLast().number() + 1);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void deleteHalfWritten(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                if (path.toString().endsWith(HALF_WRITTEN)) {
                    Files.delete(path);
                }
            }
        }
    }

    public Recovery recovery() {
        return recovery;
    }

    private RandomAccessFile create(int segment) throws IOException {
        RandomAccessFile created =
                new RandomAccessFile(JournalFile.segment(folder, segment).toFile(), "rw");
        try {
            created.setLength(0);
            created.write(Frames.MAGIC);
            created.getFD().sync();
            Durable.syncFolder(folder);
            return created;
        } catch (IOException e) {
            created.close();
            throw e;
        }
    }

    /** Writes a record; durable only after {@link #sync} of what this returns. When it throws, the record is not there. */
    public synchronized long append(RecordOutput record) throws IOException {
        if (failed) {
            throw new IOException("the journal in " + folder + " failed before and has not been written anew yet");
        }
        byte[] frame = Frames.frame(record.toBytes());
        try {
            file.write(frame);
        } catch (IOException e) {
            takeBack();
            throw e;
        }
        segmentSize += frame.length;
        written += frame.length;
        return written;
    }

    private void takeBack() {
        try {
            file.setLength(Frames.MAGIC.length + segmentSize);
            file.seek(Frames.MAGIC.length + segmentSize);
        } catch (IOException e) {
            failed = true;
        }
    }

    /** Waits until all that was written up to here is on the disk. */
    public void sync(long position) throws IOException {
        if (durable >= position) {
            return;
        }
        syncing.lock();
        try {
            if (durable < position) {
                long now = written;
                syncFile();
                durable = now;
            }
        } finally {
            syncing.unlock();
        }
    }

    private void syncFile() throws IOException {
        if (!forced) {
            return;
        }
        RandomAccessFile current = current();
        try {
            current.getFD().sync();
        } catch (IOException e) {
            // After a failed sync nobody knows what is on the disk.
            failed = true;
            throw e;
        }
    }

    private synchronized RandomAccessFile current() {
        return file;
    }

    /** Whether a snapshot would make it much smaller, or mend it after a failure. */
    public synchronized boolean wantsSnapshot(long floor) {
        return failed || segmentSize > Math.max(floor, 2 * snapshotSize);
    }

    public synchronized long segmentBytes() {
        return segmentSize;
    }

    /**
     * Writes all that holds into a file of its own and drops the records before. For one thread at a time.
     *
     * @param state asked after a new segment has begun, so that it may say some of what that segment says too
     */
    public void snapshot(Supplier<List<RecordOutput>> state) throws IOException {
        int first = rotate();
        Path target = JournalFile.snapshot(folder, first);
        Path fresh = target.resolveSibling(target.getFileName() + HALF_WRITTEN);
        long size = write(fresh, state.get());
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        Durable.syncFolder(folder);
        for (JournalFile old : JournalFile.list(folder)) {
            if (old.number() < first) {
                Files.deleteIfExists(old.path());
            }
        }
        synchronized (this) {
            snapshotSize = size;
        }
    }

    private static long write(Path path, List<RecordOutput> state) throws IOException {
        long size = 0;
        try (FileOutputStream out = new FileOutputStream(path.toFile());
                OutputStream buffered = new BufferedOutputStream(out, 1 << 16)) {
            buffered.write(Frames.MAGIC);
            for (RecordOutput record : state) {
                byte[] frame = Frames.frame(record.toBytes());
                buffered.write(frame);
                size += frame.length;
            }
            buffered.write(Frames.frame(new RecordOutput(RecordKind.END).toBytes()));
            buffered.flush();
            out.getFD().sync();
        }
        return size;
    }

    private int rotate() throws IOException {
        syncing.lock();
        try {
            synchronized (this) {
                RandomAccessFile next = create(number + 1);
                if (!failed) {
                    syncFile();
                }
                file.close();
                file = next;
                number++;
                segmentSize = 0;
                durable = written;
                failed = false;
                return number;
            }
        } finally {
            syncing.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        syncing.lock();
        try {
            synchronized (this) {
                if (!failed) {
                    syncFile();
                }
                file.close();
                lock.close();
            }
        } finally {
            syncing.unlock();
        }
    }
}
