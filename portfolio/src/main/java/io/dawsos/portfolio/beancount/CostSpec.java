package io.dawsos.portfolio.beancount;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What stands in braces after a posting's units: the cost of a lot that is bought, or which lots are sold. What is null
 * was not written, and any lot fits.
 *
 * @param amount never negative
 * @param total whether the amount is for all units of the posting rather than for each
 */
public record CostSpec(
        @Nullable Amount amount,
        boolean total,
        @Nullable LocalDate date,
        @Nullable String label) {}
