package io.dawsos.observatory.promql.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class LabelsHashTest {
    private static long hash(String text) {
        return LabelsHash.xxHash64(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** The values that xxHash's own documentation and tools give, seed 0. */
    @Test
    void xxHash64_knownTexts_givesKnownHashes() {
        assertThat(hash("")).isEqualTo(0xEF46DB3751D8E999L);
        assertThat(hash("a")).isEqualTo(0xD24EC4F1A98C6E5BL);
        assertThat(hash("abc")).isEqualTo(0x44BC2CF5AD770999L);
        assertThat(hash("Nobody inspects the spammish repetition")).isEqualTo(0xFBCEA83C8A378BF1L);
    }
}
