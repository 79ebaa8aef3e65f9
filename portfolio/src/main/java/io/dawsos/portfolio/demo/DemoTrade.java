package io.dawsos.portfolio.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A trade of a demo portfolio.
 *
 * @param action {@code buy}, {@code sell} or {@code dividend}
 * @param quantity units bought or sold; for a dividend the units held
 * @param price in the security's currency, per unit: the day's price, or the dividend's amount
 */
public record DemoTrade(LocalDate date, String action, String symbol, BigDecimal quantity, BigDecimal price) {}
