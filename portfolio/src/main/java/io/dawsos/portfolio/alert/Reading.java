package io.dawsos.portfolio.alert;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a portfolio is worth at one moment, and what that is compared with. All amounts are in its base currency.
 *
 * @param positions the value of each position, by symbol
 * @param before with the pricing pack before; null where there is none
 * @param peak the highest within the window of the alert; null outside of a window
 */
public record Reading(
        BigDecimal value,
        Map<String, BigDecimal> positions,
        @Nullable Reference before,
        @Nullable Reference peak) {

    public Reading {
        positions = Map.copyOf(positions);
    }

    /**
     * A value of before.
     *
     * @param name tells it from every other: a fall from the same reference is the same fall
     */
    public record Reference(BigDecimal value, String name) {}

    Reading withPeak(@Nullable Reference highest) {
        return new Reading(value, positions, before, highest);
    }
}
