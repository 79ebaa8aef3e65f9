package io.dawsos.observatory.tsdb.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dawsos.observatory.model.Labels;
import io.dawsos.observatory.tsdb.codec.ByteSink;
import io.dawsos.observatory.tsdb.codec.CorruptDataException;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class BlockIndexTest {
    private static final int SERIES = 65_540;
    private static final int SECOND = 65_537;

    /** Two series far enough apart for two containers of a bitmap have job="a". */
    private static byte[] content() throws IOException {
        IndexWriter writer = new IndexWriter();
        for (int i = 0; i < SERIES; i++) {
            String job = i == 0 || i == SECOND ? "a" : "b";
            writer.add(Labels.of("job", job, "n", String.format("%06d", i)), List.of());
        }
        return writer.toBytes();
    }

    private static BlockIndex index(byte[] content) {
        CRC32C crc = new CRC32C();
        crc.update(content);
        return new BlockIndex(MemorySegment.ofArray(new ByteSink()
                .bytes(content, 0, content.length)
                .u32((int) crc.getValue())
                .u32(IndexWriter.MAGIC)
                .toBytes()));
    }

    @Test
    void postings_ofALabel_itsSeries() throws IOException {
        assertThat(index(content()).postings("job", "a").toArray()).containsExactly(0, SECOND);
    }

    /** A bitmap whose containers are out of order told a last series that was not its largest, and was believed. */
    @Test
    void postings_containersOutOfOrder_refused() throws IOException {
        byte[] content = content();
        byte[] bitmap = {0x3a, 0x30, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0};
        int at = find(content, bitmap);
        content[at + 8] = 7;
        assertThatThrownBy(() -> index(content).postings("job", "a")).isInstanceOf(CorruptDataException.class);
    }

    private static int find(byte[] content, byte[] wanted) {
        for (int at = 0; at <= content.length - wanted.length; at++) {
            if (Arrays.equals(content, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        throw new AssertionError("the bitmap is not in the index");
    }
}
