package io.dawsos.observatory.ingest.remote;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * Up to where a queue was sent: a file of two numbers and their CRC-32C, written in one piece. One that is not whole means
 * the beginning: what was sent is then sent again, which a receiver takes for the same.
 */
final class Acknowledgement implements Closeable {
    private static final int CHECKED = 16;

    private final FileChannel channel;

    private Acknowledgement(FileChannel channel) {
        this.channel = channel;
    }

    static Acknowledgement open(Path file) throws IOException {
        return new Acknowledgement(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    QueuePosition read() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHECKED + 4);
        while (buffer.hasRemaining() && channel.read(buffer, buffer.position()) > 0) {
            // Goes on until the buffer is full or the file ends.
        }
        if (buffer.hasRemaining() || buffer.getInt(CHECKED) != checksum(buffer)) {
            return QueuePosition.START;
        }
        return new QueuePosition(buffer.getLong(0), buffer.getLong(Long.BYTES));
    }

    void write(QueuePosition position) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(CHECKED + 4);
        buffer.putLong(position.segment()).putLong(position.offset());
        buffer.putInt(checksum(buffer)).flip();
        long at = 0;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    private static int checksum(ByteBuffer buffer) {
        CRC32C crc = new CRC32C();
        crc.update(buffer.duplicate().position(0).limit(CHECKED));
        return (int) crc.getValue();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
