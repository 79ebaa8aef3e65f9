package io.dawsos.portfolio.beancount;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;

/**
 * How far from balanced a transaction may be, by commodity: a part of the last digit that its units are written with,
 * half of one unless the ledger says otherwise; nothing where all are whole. As Beancount has it.
 */
final class Tolerances {

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** A tolerance of more digits than this is no rounding that somebody chose. */
    private static final int MOST_DIGITS = 4;

    private final Map<String, BigDecimal> tolerances;

    private Tolerances(Map<String, BigDecimal> tolerances) {
        this.tolerances = tolerances;
    }

    static Tolerances of(Directive.Transaction transaction, Options options) {
        Map<String, BigDecimal> tolerances = new HashMap<>(options.defaultTolerances());
        for (Posting posting : transaction.postings()) {
            Amount units = posting.units();
            if (units != null && units.number().scale() > 0) {
                tolerances.merge(
                        units.commodity(),
                        lastDigit(units.number()).multiply(options.toleranceMultiplier()),
                        BigDecimal::max);
            }
        }
        return new Tolerances(tolerances);
    }

    /** Of a balance, where it states none: twice that of a transaction. */
    static BigDecimal of(Directive.Balance balance, Options options) {
        if (balance.tolerance() != null) {
            return balance.tolerance();
        }
        BigDecimal number = balance.amount().number();
        return number.scale() > 0
                ? lastDigit(number).multiply(options.toleranceMultiplier()).multiply(TWO)
                : BigDecimal.ZERO;
    }

    BigDecimal of(String commodity) {
        return tolerances.getOrDefault(commodity, tolerances.getOrDefault("*", BigDecimal.ZERO));
    }

    /** An amount that was left out, to the digits that the others are written with. */
    BigDecimal rounded(BigDecimal number, String commodity) {
        BigDecimal quantum = of(commodity).multiply(TWO).stripTrailingZeros();
        return quantum.signum() == 0 || quantum.precision() > MOST_DIGITS
                ? number
                : number.setScale(quantum.scale(), RoundingMode.HALF_EVEN);
    }

    private static BigDecimal lastDigit(BigDecimal number) {
        return BigDecimal.ONE.scaleByPowerOfTen(-number.scale());
    }
}
