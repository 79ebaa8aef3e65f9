package io.dawsos.portfolio.reconcile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What this service says of one portfolio.
 *
 * @param value of its securities, in its base currency; null when it cannot be valued
 * @param notValued why not
 */
record ServicePortfolio(
        String baseCurrency,
        Holdings holdings,
        @Nullable BigDecimal value,
        @Nullable String notValued) {}
