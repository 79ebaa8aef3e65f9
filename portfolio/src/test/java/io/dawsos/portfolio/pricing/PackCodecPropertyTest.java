package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PackCodecPropertyTest {

    @Provide
    Arbitrary<PricingPack> packs() {
        Arbitrary<BigDecimal> prices = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.00000001"), new BigDecimal("999999999999.99999999"))
                .ofScale(8);
        Arbitrary<String> names =
                Arbitraries.strings().withCharRange('A', 'Z').ofMinLength(1).ofMaxLength(12);
        return Arbitraries.maps(names, prices)
                .ofMaxSize(300)
                .map(map -> new PricingPack(
                        "PP_2026-01-05", "ab".repeat(32), new PackContent(map, Map.of("USD", BigDecimal.ONE))));
    }

    @Property(tries = 200)
    void decode_encoded_sameExactNumbers(@ForAll("packs") PricingPack pack) throws IOException {
        assertThat(PackCodec.decode(PackCodec.encode(pack))).isEqualTo(pack);
    }

    @Property(tries = 200)
    void decode_cutOff_saysSoAsAnIoException(@ForAll("packs") PricingPack pack, @ForAll double at) {
        byte[] bytes = PackCodec.encode(pack);
        int length = (int) (Math.abs(at % 1.0) * bytes.length);

        assertThatThrownBy(() -> PackCodec.decode(Arrays.copyOf(bytes, length))).isInstanceOf(IOException.class);
    }

    @Property
    void decode_garbage_neverAnythingButAnIoException(@ForAll byte[] garbage) {
        byte[] bytes = garbage.clone();
        if (bytes.length > 0) {
            bytes[0] = PackCodec.VERSION;
        }
        try {
            assertThat(PackCodec.decode(bytes)).isNotNull();
        } catch (IOException e) {
            assertThat(e).isNotNull(); // what the cache treats as a miss
        }
    }

    @Example
    void decode_otherVersion_refusedNamingBoth() {
        assertThatThrownBy(() -> PackCodec.decode(new byte[] {9}))
                .isInstanceOf(IOException.class)
                .hasMessage("wanted a pack of version 1, got 9");
    }
}
