package io.dawsos.portfolio.pricing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/** Packs in the memory of this process. */
public final class CaffeinePackCache implements PackCache {

    private final Cache<String, PricingPack> packs;

    /** @param most how many packs are kept; the ones used least go first */
    public CaffeinePackCache(int most) {
        packs = Caffeine.newBuilder().maximumSize(most).build();
    }

    @Override
    public Optional<PricingPack> find(PackRef ref) {
        return Optional.ofNullable(packs.getIfPresent(ref.hash() + ref.id()));
    }

    @Override
    public void put(PackRef ref, PricingPack pack) {
        packs.put(ref.hash() + ref.id(), pack);
    }

    @Override
    public String name() {
        return "memory";
    }
}
