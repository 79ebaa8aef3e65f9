package io.dawsos.portfolio.pricing;

class CaffeinePackCacheTest extends PackCacheContract {

    private final PackCache cache = new CaffeinePackCache(64);

    @Override
    PackCache cache() {
        return cache;
    }
}
