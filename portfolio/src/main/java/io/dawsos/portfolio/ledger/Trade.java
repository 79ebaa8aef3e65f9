package io.dawsos.portfolio.ledger;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trade as it was booked.
 *
 * @param cashEffect signed, in the security's currency; exact
 * @param realisedGain of a sale: proceeds less what the sold units were bought for; exact
 */
public record Trade(
        long id,
        UUID portfolioId,
        TradeAction action,
        String symbol,
        String currency,
        LocalDate date,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal cashEffect,
        @Nullable BigDecimal realisedGain,
        String bookedBy,
        Instant bookedAt) {}
