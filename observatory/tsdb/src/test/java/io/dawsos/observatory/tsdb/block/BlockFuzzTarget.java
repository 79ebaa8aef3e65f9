package io.dawsos.observatory.tsdb.block;

import io.dawsos.observatory.model.Matcher;
import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.Chunk;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import io.dawsos.observatory.tsdb.index.Matching;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.roaringbitmap.IntIterator;

/**
 * What Jazzer feeds its inputs to. The first byte chooses what the rest is: an index, a chunk, tombstones or a meta file,
 * each with its checksum put right, which would else keep nearly every input from the reader. Each is read or refused.
 */
public final class BlockFuzzTarget {
    private BlockFuzzTarget() {}

    /** Jazzer finds it by its name. */
    public static void fuzzerTestOneInput(byte[] data) {
        if (data.length < 2) {
            return;
        }
        byte[] rest = Arrays.copyOfRange(data, 1, data.length);
        try {
            switch (data[0] & 7) {
                case 0, 1, 2 -> index(rest);
                case 3, 4, 5 -> chunk(rest);
                case 6 -> {
                    var _ = Tombstones.parse(checked(rest));
                }
                default -> meta(rest);
            }
        } catch (CorruptDataException e) {
            if (e.getMessage() == null) {
                throw new IllegalStateException("refused without a reason", e);
            }
        }
    }

    private static byte[] checked(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return new ByteSink()
                .bytes(content, 0, content.length)
                .u32((int) crc.getValue())
                .toBytes();
    }

    /** An index without its last eight bytes. */
    private static void index(byte[] content) {
        byte[] checked = checked(content);
        byte[] file = new ByteSink()
                .bytes(checked, 0, checked.length)
                .u32(IndexWriter.MAGIC)
                .toBytes();
        BlockIndex index = new BlockIndex(MemorySegment.ofArray(file));
        for (String name : index.names()) {
            var values = index.values(name);
            for (int i = 0; i < Math.min(50, values.size()); i++) {
                if (values.value(i).isEmpty()) {
                    continue;
                }
                for (IntIterator series = index.postings(name, values.value(i)).getIntIterator(); series.hasNext(); ) {
                    if (series.next() >= index.seriesCount()) {
                        throw new IllegalStateException("a series that is not there");
                    }
                }
            }
        }
        var _ = Matching.series(List.of(new Matcher(Matcher.Type.REGEX, "job", "a.*|b")), index);
        for (int series = 0; series < Math.min(50, index.seriesCount()); series++) {
            index.labels(series);
            index.chunks(series);
        }
    }

    /** Length of the times, then times and body. */
    private static void chunk(byte[] content) {
        int times = Math.min(content[0] & 0xff, content.length - 1);
        Chunk.decode(Arrays.copyOfRange(content, 1, 1 + times), Arrays.copyOfRange(content, 1 + times, content.length));
    }

    private static void meta(byte[] content) {
        String text = new String(content, StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        BlockMeta.parse(text + "crc32c " + Long.toHexString(crc.getValue()) + "\n");
    }
}
