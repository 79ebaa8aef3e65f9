package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The options of a ledger that change what it means.
 *
 * @param booking of accounts that name none
 * @param toleranceMultiplier which part of the last written digit a transaction may be off
 * @param defaultTolerances by commodity, {@code *} for any
 */
public record Options(
        BookingMethod booking, BigDecimal toleranceMultiplier, Map<String, BigDecimal> defaultTolerances) {

    public static final Options DEFAULT = new Options(BookingMethod.STRICT, new BigDecimal("0.5"), Map.of());

    public Options {
        defaultTolerances = Map.copyOf(defaultTolerances);
    }
}
