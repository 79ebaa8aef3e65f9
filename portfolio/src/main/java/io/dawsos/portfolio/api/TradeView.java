package io.dawsos.portfolio.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dawsos.portfolio.ledger.Trade;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A booked trade as it is answered.
 *
 * @param realisedGain of a sale only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TradeView(
        long id,
        UUID portfolioId,
        String action,
        String symbol,
        String currency,
        LocalDate date,
        BigDecimal quantity,
        BigDecimal price,
        BigDecimal cashEffect,
        @Nullable BigDecimal realisedGain,
        String bookedBy,
        Instant bookedAt) {

    static TradeView of(Trade trade) {
        return new TradeView(
                trade.id(),
                trade.portfolioId(),
                trade.action().text(),
                trade.symbol(),
                trade.currency(),
                trade.date(),
                Shortest.of(trade.quantity()),
                Shortest.of(trade.price()),
                Shortest.of(trade.cashEffect()),
                trade.realisedGain() == null ? null : Shortest.of(trade.realisedGain()),
                trade.bookedBy(),
                trade.bookedAt());
    }
}
