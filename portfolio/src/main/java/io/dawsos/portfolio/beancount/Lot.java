package io.dawsos.portfolio.beancount;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What tells units of one commodity in one account apart.
 *
 * @param cost of one unit; null for units that are not held at cost, and then the others are too
 */
record Lot(
        @Nullable Amount cost,
        @Nullable LocalDate date,
        @Nullable String label) {

    static final Lot WITHOUT_COST = new Lot(null, null, null);

    /** Equal for 10 and 10.00. */
    static Lot of(Amount cost, LocalDate date, @Nullable String label) {
        return new Lot(new Amount(cost.number().stripTrailingZeros(), cost.commodity()), date, label);
    }

    boolean fits(@Nullable Amount wanted, CostSpec spec) {
        return cost != null
                && (wanted == null
                        || (wanted.commodity().equals(cost.commodity())
                                && wanted.number().compareTo(cost.number()) == 0))
                && (spec.date() == null || spec.date().equals(date))
                && (spec.label() == null || spec.label().equals(label));
    }

    @Override
    public String toString() {
        return "{%s, %s%s}".formatted(cost, date, label == null ? "" : ", \"" + label + "\"");
    }
}
