package io.dawsos.portfolio.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A build as it is told: see {@link PackBuild}. */
public record PackBuildView(
        UUID id,
        String packId,
        LocalDate date,
        String cause,
        @Nullable String askedBy,
        String state,
        @Nullable String step,
        int run,
        Instant askedAt,
        @Nullable Instant beganAt,
        @Nullable Instant stepAt,
        @Nullable Instant freshAt,
        @Nullable Instant endedAt,
        @Nullable String hash,
        @Nullable String priceSources,
        @Nullable UUID reconciliationId,
        @Nullable String error) {

    static PackBuildView of(PackBuild build) {
        BuildStep step = build.step();
        PackRef pack = build.pack();
        return new PackBuildView(
                build.id(),
                PackRef.id(build.date()),
                build.date(),
                build.cause(),
                build.askedBy(),
                build.state(),
                step == null ? null : step.text(),
                build.run(),
                build.askedAt(),
                build.beganAt(),
                build.stepAt(),
                build.freshAt(),
                build.endedAt(),
                pack == null ? null : pack.hash(),
                build.priceSources(),
                build.reconciliationId(),
                build.error());
    }
}
