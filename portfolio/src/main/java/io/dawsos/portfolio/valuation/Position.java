package io.dawsos.portfolio.valuation;

import java.math.BigDecimal;

/**
 * What is held of one security.
 *
 * @param currency of the price
 * @param value in the valuation's currency, rounded once to its smallest unit; so is the cost
 * @param weight part of the total value; six digits, and the weights add up to 1
 */
public record Position(
        String symbol,
        String name,
        BigDecimal quantity,
        BigDecimal price,
        String currency,
        BigDecimal value,
        BigDecimal cost,
        BigDecimal unrealisedGain,
        BigDecimal weight) {}
