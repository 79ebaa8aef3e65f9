package io.dawsos.portfolio.valuation;

import io.dawsos.portfolio.pricing.PackRef;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a portfolio was worth at the end of a day.
 *
 * @param baseCurrency the portfolio's
 * @param currency the one that amounts are in
 * @param pack what it was priced with: with it, the portfolio and the day, the same is calculated again
 */
public record Valuation(
        UUID portfolioId,
        LocalDate asof,
        String baseCurrency,
        String currency,
        PackRef pack,
        BigDecimal totalValue,
        BigDecimal totalCost,
        BigDecimal unrealisedGain,
        List<Position> positions) {

    public Valuation {
        positions = List.copyOf(positions);
    }
}
