package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.codec.SampleRun;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The columns of a block, in mapped memory; each is checked against its checksum whenever it is read. */
final class ChunkFile {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final MemorySegment file;

    ChunkFile(MemorySegment file) {
        this.file = file;
    }

    void read(BlockIndex.ChunkPlace place, SampleRun into) {
        Chunk.decode(column(place.timesAt(), place.timesLength()), column(place.bodyAt(), place.bodyLength()), into);
    }

    private byte[] column(long at, int length) {
        long start = at + ChunkFileWriter.CHECKSUM;
        if (at < 0 || length < 0 || start > file.byteSize() || length > file.byteSize() - start) {
            throw new CorruptDataException(
                    "a column at " + at + " of " + length + " bytes, where there are " + file.byteSize());
        }
        byte[] column = file.asSlice(start, length).toArray(ValueLayout.JAVA_BYTE);
        CRC32C crc = new CRC32C();
        crc.update(column);
        if ((int) crc.getValue() != file.get(INT, at)) {
            throw new CorruptDataException("the checksum of the column at " + at + " is wrong");
        }
        return column;
    }
}
