package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.tsdb.codec.ByteSink;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32C;

/**
 * Writes columns one after another, each behind its checksum. A column that was written lately is not written again: a
 * scrape's times are the same for all its series.
 */
final class ChunkFileWriter implements Closeable {
    static final byte[] MAGIC = "DAWSCHK1".getBytes(StandardCharsets.US_ASCII);
    static final int CHECKSUM = 4;

    private static final int REMEMBERED = 1 << 16;
    private static final int LONGEST_REMEMBERED = 1024;

    private final OutputStream out;
    private final Map<ByteBuffer, Long> known = new HashMap<>();
    private final ByteSink checksum = new ByteSink(CHECKSUM);
    private long position = MAGIC.length;

    ChunkFileWriter(Path file) throws IOException {
        out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        out.write(MAGIC);
    }

    /** Where the column is. */
    long write(byte[] column) throws IOException {
        if (column.length > LONGEST_REMEMBERED) {
            return append(column);
        }
        Long before = known.get(ByteBuffer.wrap(column));
        if (before != null) {
            return before;
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        long at = append(column);
        known.put(ByteBuffer.wrap(column), at);
        return at;
    }

    private long append(byte[] column) throws IOException {
        CRC32C crc = new CRC32C();
        crc.update(column);
        checksum.clear();
        checksum.u32((int) crc.getValue());
        out.write(checksum.array(), 0, CHECKSUM);
        out.write(column);
        long at = position;
        position += CHECKSUM + column.length;
        return at;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
