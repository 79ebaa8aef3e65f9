package io.dawsos.portfolio.api;

import io.dawsos.portfolio.pricing.PackStatus;
import io.dawsos.portfolio.pricing.PackStore;
import io.dawsos.telemetry.spring.Endpoint;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pricing packs. */
@RestController
final class PackController {

    private final PackStore packs;

    PackController(PackStore packs) {
        this.packs = packs;
    }

    @Endpoint("/pricing-pack")
    @GetMapping("/v1/pricing-packs/latest")
    PackStatus latest() {
        return packs.latest();
    }
}
