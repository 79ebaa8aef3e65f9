package io.dawsos.portfolio.reconcile;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Hundredths of a per cent, exactly. */
final class BasisPoints {

    private static final int IN_ONE = 10_000;

    private BasisPoints() {}

    /** Whether the value is at most one basis point of the recorded value away from it; of zero only zero is. */
    static boolean withinOne(BigDecimal recorded, BigDecimal value) {
        return value.subtract(recorded).abs().movePointRight(4).compareTo(recorded.abs()) <= 0;
    }

    /** How far away, for people: with two digits. */
    static String apart(BigDecimal recorded, BigDecimal value) {
        if (recorded.signum() == 0) {
            return "all of it";
        }
        return value.subtract(recorded)
                        .multiply(BigDecimal.valueOf(IN_ONE))
                        .divide(recorded.abs(), 2, RoundingMode.HALF_EVEN)
                        .toPlainString()
                + " basis points";
    }
}
