package io.dawsos.portfolio.pricing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One making of a pack.
 *
 * @param cause {@code night} or {@code asked}
 * @param state {@code waiting}, {@code running}, {@code fresh} or {@code failed}
 * @param step the one that it is at, or was at when it ended; null before the first
 * @param run how often it was taken up
 * @param freshAt when its pack was in use
 * @param pack null until its content is kept
 * @param priceSources who answered for the prices, in the order in which they were asked
 * @param error why it failed, or why its alerts were not evaluated
 */
public record PackBuild(
        UUID id,
        LocalDate date,
        String cause,
        @Nullable String askedBy,
        String state,
        @Nullable BuildStep step,
        int run,
        Instant askedAt,
        @Nullable Instant beganAt,
        @Nullable Instant stepAt,
        @Nullable Instant freshAt,
        @Nullable Instant endedAt,
        @Nullable PackRef pack,
        @Nullable String priceSources,
        @Nullable UUID reconciliationId,
        @Nullable String error,
        @Nullable String traceParent) {}
