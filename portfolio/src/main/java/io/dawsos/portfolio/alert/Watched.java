package io.dawsos.portfolio.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An alert with what its evaluation needs.
 *
 * @param owner of the portfolio: is told
 * @param currency the portfolio's base currency
 * @param trueSince when its condition became true; null while it is false
 */
record Watched(
        Alert alert,
        String owner,
        String portfolioName,
        String currency,
        @Nullable Instant trueSince) {}
