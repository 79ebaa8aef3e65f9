package io.dawsos.portfolio.reconcile;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What is held of one security.
 *
 * @param cost what it was bought for, in the security's currency; null when that is not told
 */
record Held(BigDecimal quantity, @Nullable BigDecimal cost) {

    Held plus(Held other) {
        return new Held(quantity.add(other.quantity), cost == null || other.cost == null ? null : cost.add(other.cost));
    }
}
