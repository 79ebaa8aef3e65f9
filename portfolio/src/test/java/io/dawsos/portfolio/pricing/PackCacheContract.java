package io.dawsos.portfolio.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What every {@link PackCache} does. */
abstract class PackCacheContract {

    static final PackContent CONTENT = new PackContent(
            Map.of("MSFT", new BigDecimal("28.80"), "AAPL", new BigDecimal("223.02000001")),
            Map.of("USD", BigDecimal.ONE, "EUR", new BigDecimal("1.0837")));
    static final LocalDate DAY = LocalDate.of(2026, 1, 5);

    abstract PackCache cache();

    static PackRef ref(LocalDate day, String hash) {
        return new PackRef(1, PackRef.id(day), day, hash);
    }

    static PricingPack pack(PackRef ref) {
        return new PricingPack(ref.id(), ref.hash(), CONTENT);
    }

    @Test
    void find_nothingPut_empty() {
        assertThat(cache().find(ref(DAY, "00"))).isEmpty();
    }

    @Test
    void find_put_samePackToTheLastDigit() {
        PackRef ref = ref(DAY, CONTENT.hash());

        cache().put(ref, pack(ref));

        assertThat(cache().find(ref)).contains(pack(ref));
    }

    @Test
    void find_supersededById_otherHashIsAnotherPack() {
        PackRef old = ref(DAY.plusDays(1), "aa");
        cache().put(old, pack(old));

        assertThat(cache().find(ref(DAY.plusDays(1), "bb"))).isEmpty();
        assertThat(cache().find(old)).isPresent();
    }

    @Test
    void find_sameContentOfAnotherDay_keepsItsOwnId() {
        PackRef friday = ref(DAY.plusDays(2), "cc");
        PackRef monday = ref(DAY.plusDays(5), "cc");
        cache().put(friday, pack(friday));
        cache().put(monday, pack(monday));

        assertThat(cache().find(friday).orElseThrow().id()).isEqualTo(friday.id());
        assertThat(cache().find(monday).orElseThrow().id()).isEqualTo(monday.id());
    }

    @Test
    void put_again_theSame() {
        PackRef ref = ref(DAY.plusDays(9), "dd");
        cache().put(ref, pack(ref));
        cache().put(ref, pack(ref));

        assertThat(cache().find(ref)).contains(pack(ref));
    }
}
