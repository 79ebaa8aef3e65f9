package io.dawsos.portfolio.pricing;

import io.dawsos.portfolio.SpanAttributes;
import io.dawsos.telemetry.Capability;
import io.dawsos.telemetry.Telemetry;
import io.dawsos.telemetry.metrics.Counter;
import io.dawsos.telemetry.metrics.Label;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Pricing packs through a cache. Of concurrent misses of a pack one loads it. */
public final class Packs {

    /** @param cached whether the cache had it */
    public record Got(PricingPack pack, boolean cached) {}

    private static final Logger log = LoggerFactory.getLogger(Packs.class);

    private final PackStore store;
    private final PackCache cache;
    private final SingleFlight<PackRef, PricingPack> loading = new SingleFlight<>();
    private final Capability cacheGet;
    private final Counter requests;

    public Packs(PackStore store, PackCache cache, Telemetry telemetry) {
        this.store = store;
        this.cache = cache;
        this.cacheGet = telemetry.capability("cache.get");
        this.requests = telemetry
                .metrics()
                .counter(
                        "cache_requests_total",
                        "Requests to the pricing-pack cache; an error is answered from the database.",
                        Label.of("cache", "memory", "redis"),
                        Label.of("result", "hit", "miss", "error"));
        for (String result : new String[] {"hit", "miss", "error"}) {
            requests.init(cache.name(), result);
        }
    }

    public Got get(PackRef ref) {
        return cacheGet.run(span -> {
            span.setAttribute(SpanAttributes.PRICING_PACK_ID, ref.id());
            Optional<PricingPack> found = find(ref);
            span.setAttribute(SpanAttributes.CACHE_HIT, found.isPresent());
            return found.map(pack -> new Got(pack, true))
                    .orElseGet(() -> new Got(loading.get(ref, () -> load(ref)), false));
        });
    }

    private PricingPack load(PackRef ref) {
        PricingPack pack = store.load(ref);
        try {
            cache.put(ref, pack);
        } catch (CacheUnavailableException e) {
            requests.inc(cache.name(), "error");
            log.debug("pricing pack not cached", e);
        }
        return pack;
    }

    private Optional<PricingPack> find(PackRef ref) {
        try {
            Optional<PricingPack> found = cache.find(ref);
            requests.inc(cache.name(), found.isPresent() ? "hit" : "miss");
            return found;
        } catch (CacheUnavailableException e) {
            requests.inc(cache.name(), "error");
            log.debug("pricing pack read from the database instead of the cache", e);
            return Optional.empty();
        }
    }
}
