package io.dawsos.portfolio.pricing;

import java.util.Optional;

/**
 * Keeps pricing packs near. A pack never changes, so nothing is ever invalidated: another content has another hash.
 * What the cache cannot do it throws as {@link CacheUnavailableException}; the caller then does without it.
 */
public interface PackCache {

    Optional<PricingPack> find(PackRef ref);

    void put(PackRef ref, PricingPack pack);

    /** A value of the label {@code cache}. */
    String name();
}
