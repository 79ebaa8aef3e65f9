package io.dawsos.portfolio.beancount;

/**
 * What stands after {@code @} or {@code @@}.
 *
 * @param amount never negative
 * @param total whether the amount is for all units of the posting rather than for each
 */
public record PriceSpec(Amount amount, boolean total) {}
