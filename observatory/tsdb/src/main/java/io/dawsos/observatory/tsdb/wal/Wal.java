package io.dawsos.observatory.tsdb.wal;

import io.dawsos.observatory.tsdb.codec.ByteSink;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.zip.CRC32C;

/**
 * A log of records in segment files. Records go to the operating system at once, and to the disk together with those of
 * other callers: who calls {@link #sync} while another's sync runs shares the next one. Always begins a segment of its
 * own, so it never writes behind what a crash left.
 *
 * <p>Writes through {@link RandomAccessFile}: a {@code FileChannel} closes itself when a thread is interrupted.
 */
public final class Wal implements Closeable {
    static final byte[] MAGIC = "DAWSWAL1".getBytes(StandardCharsets.US_ASCII);

    /** A record's payload is shorter; writers begin another record long before. */
    public static final int MAX_RECORD = 64 << 20;

    private final Path folder;
    private final long segmentBytes;
    private final ReentrantLock syncing = new ReentrantLock();

    private int number;
    private RandomAccessFile file;
    private long segmentSize;
    private volatile long written;
    private volatile long durable;
    private volatile boolean failed;

    private Wal(Path folder, int number, long segmentBytes) throws IOException {
        this.folder = folder;
        this.number = number;
        this.segmentBytes = segmentBytes;
        this.file = create(number);
        this.segmentSize = MAGIC.length;
    }

    /** Begins the segment of this number in the folder. */
    public static Wal open(Path folder, int number, long segmentBytes) throws IOException {
        return new Wal(folder, number, segmentBytes);
    }

    public static Path segment(Path folder, int number) {
        return folder.resolve(String.format("%08d.wal", number));
    }

    public static Path checkpoint(Path folder, int number) {
        return folder.resolve(String.format("%08d.checkpoint", number));
    }

    private RandomAccessFile create(int segment) throws IOException {
        RandomAccessFile created = new RandomAccessFile(segment(folder, segment).toFile(), "rw");
        try {
            created.write(MAGIC);
            created.getFD().sync();
            Durable.syncFolder(folder);
            return created;
        } catch (IOException e) {
            created.close();
            throw e;
        }
    }

    /**
     * Writes a record; durable only after {@link #sync} of what this returns. When it throws, the record is not in the
     * log. For one thread at a time.
     */
    public long append(RecordWriter record) throws IOException {
        if (failed) {
            throw new IOException("the write-ahead log in " + folder + " failed before; open the store anew");
        }
        ByteSink frame = frame(record);
        if (isFull(frame.size())) {
            rotate();
        }
        return write(frame);
    }

    private synchronized boolean isFull(int more) {
        return segmentSize + more > segmentBytes && segmentSize > MAGIC.length;
    }

    private synchronized long write(ByteSink frame) throws IOException {
        try {
            file.write(frame.array(), 0, frame.size());
        } catch (IOException e) {
            takeBack();
            throw e;
        }
        segmentSize += frame.size();
        written += frame.size();
        return written;
    }

    /** Length and checksum before the payload. */
    static ByteSink frame(RecordWriter record) {
        ByteSink frame = record.frame();
        int length = frame.size() - RecordWriter.FRAME_HEADER;
        if (length > MAX_RECORD) {
            throw new IllegalArgumentException("a record of " + length + " bytes; the longest is " + MAX_RECORD);
        }
        CRC32C crc = new CRC32C();
        crc.update(frame.array(), RecordWriter.FRAME_HEADER, length);
        frame.patchU32(0, length);
        frame.patchU32(4, (int) crc.getValue());
        return frame;
    }

    private void takeBack() {
        try {
            file.setLength(segmentSize);
            file.seek(segmentSize);
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
            if (durable >= position) {
                return;
            }
            long now = written;
            syncFile();
            durable = now;
        } finally {
            syncing.unlock();
        }
    }

    private void syncFile() throws IOException {
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

    /** Begins a new segment; the ones before are durable. Returns its number. */
    public int rotate() throws IOException {
        syncing.lock();
        try {
            synchronized (this) {
                syncFile();
                durable = written;
                RandomAccessFile next = create(number + 1);
                file.close();
                file = next;
                number++;
                segmentSize = MAGIC.length;
                return number;
            }
        } finally {
            syncing.unlock();
        }
    }

    /** Deletes segments and checkpoints before this number. */
    public void dropBefore(int first) throws IOException {
        for (WalFile old : WalFile.list(folder)) {
            if (old.number() < first) {
                Files.deleteIfExists(old.path());
            }
        }
        Durable.syncFolder(folder);
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
            }
        } finally {
            syncing.unlock();
        }
    }
}
