package io.dawsos.portfolio.night;

import org.jspecify.annotations.Nullable;

/** The steps of a night, each held by what the service waits for in it. */
enum Step {
    PRICES("prices", null),
    RATES("rates", null),
    HASH("hash", Seam.HASH),
    WARMING("warming", Seam.WARMING),
    PREWARM("prewarm", Seam.PREWARM),
    RECONCILIATION("reconciliation", Seam.RECONCILIATION),
    FRESH("fresh", Seam.FRESH),
    ALERTS("alerts", Seam.ALERTS),
    /** Not a build's, but both replicas'. */
    DELIVERY("", null),
    END("alerts", Seam.END);

    private final String named;
    private final @Nullable Seam seam;

    Step(String named, @Nullable Seam seam) {
        this.named = named;
        this.seam = seam;
    }

    /** As the service logs it. */
    String named() {
        return named;
    }

    /** Null where no database holds it: providers and receivers do. */
    @Nullable
    Seam seam() {
        return seam;
    }
}
