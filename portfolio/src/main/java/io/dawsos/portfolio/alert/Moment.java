package io.dawsos.portfolio.alert;

import io.dawsos.portfolio.pricing.PricingPack;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When portfolios are looked at, and with what.
 *
 * @param day what is held at its end is valued
 * @param now the prices
 * @param before those that falls are told against; null where there are none
 * @param intraday with quotes: windows are of the day's course
 */
record Moment(
        Instant at,
        LocalDate day,
        PricingPack now,
        @Nullable PricingPack before,
        boolean intraday) {}
