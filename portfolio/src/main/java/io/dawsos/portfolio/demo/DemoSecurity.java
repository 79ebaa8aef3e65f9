package io.dawsos.portfolio.demo;

/**
 * A security of the demo market.
 *
 * @param currency ISO 4217 code of its prices
 * @param synthetic whether its prices are drawn rather than replayed
 * @param origin where its prices come from, as a sentence for people: the source and its dates
 */
public record DemoSecurity(String symbol, String name, String currency, boolean synthetic, String origin) {}
