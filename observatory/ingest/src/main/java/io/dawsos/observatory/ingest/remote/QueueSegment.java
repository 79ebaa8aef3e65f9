package io.dawsos.observatory.ingest.remote;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * A file of a queue: records one after the other, each with its length, a CRC-32C of all that follows, its time and the
 * number of its samples before it, in big-endian integers of 4, 4, 8 and 4 bytes. Not safe for use by many threads.
 */
final class QueueSegment implements Closeable {
    static final int HEADER = 20;

    private static final int CHECKED = 12;
    private static final int LONGEST = 64 << 20;

    private final long number;
    private final Path file;
    private final FileChannel channel;
    private long size;
    private long samples;

    private QueueSegment(long number, Path file, FileChannel channel) {
        this.number = number;
        this.file = file;
        this.channel = channel;
    }

    /** Opens a segment, and cuts off a record at its end that was not wholly written. */
    static QueueSegment open(long number, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        QueueSegment segment = new QueueSegment(number, file, channel);
        try {
            segment.scan();
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        return segment;
    }

    private void scan() throws IOException {
        long length = channel.size();
        long at = 0;
        QueueRecord record = readAt(0, length);
        while (record != null) {
            at = record.end().offset();
            samples += record.samples();
            record = readAt(at, length);
        }
        size = at;
        if (at < length) {
            channel.truncate(at);
        }
    }

    long number() {
        return number;
    }

    long size() {
        return size;
    }

    /** Samples in it, sent or not. */
    long samples() {
        return samples;
    }

    void append(byte[] payload, long time, int sampleCount) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(HEADER + payload.length);
        buffer.putInt(payload.length)
                .putInt(0)
                .putLong(time)
                .putInt(sampleCount)
                .put(payload);
        buffer.putInt(4, checksum(buffer.array())).flip();
        long at = size;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
        size = at;
        samples += sampleCount;
    }

    private static int checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record, HEADER - CHECKED, record.length - HEADER + CHECKED);
        return (int) crc.getValue();
    }

    /** The record at a place; null at the end, and where there is none that is whole. */
    @Nullable
    QueueRecord read(long offset) throws IOException {
        return readAt(offset, size);
    }

    private @Nullable QueueRecord readAt(long offset, long end) throws IOException {
        if (offset + HEADER > end) {
            return null;
        }
        int length = fill(ByteBuffer.allocate(4), offset).getInt();
        if (length < 0 || length > LONGEST || offset + HEADER + length > end) {
            return null;
        }
        ByteBuffer record = fill(ByteBuffer.allocate(HEADER + length), offset);
        record.getInt();
        if (record.getInt() != checksum(record.array())) {
            return null;
        }
        long time = record.getLong();
        int sampleCount = record.getInt();
        byte[] payload = new byte[length];
        record.get(payload);
        return new QueueRecord(time, sampleCount, payload, new QueuePosition(number, offset + HEADER + length));
    }

    private ByteBuffer fill(ByteBuffer buffer, long offset) throws IOException {
        long at = offset;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new IOException(file + " ends at byte " + at + ", within a record");
            }
            at += read;
        }
        return buffer.flip();
    }

    void delete() throws IOException {
        channel.close();
        Files.deleteIfExists(file);
    }

    /** Makes it outlast a loss of power too. */
    @Override
    public void close() throws IOException {
        channel.force(true);
        channel.close();
    }
}
