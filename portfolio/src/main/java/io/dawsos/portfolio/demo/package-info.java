/**
 * The demo's market and portfolios: pure functions of the last day, the same on every machine; no database, no clock.
 * Enter at {@link io.dawsos.portfolio.demo.DemoMarket#load}, then {@link io.dawsos.portfolio.demo.DemoPortfolios#of}.
 * Where real prices exist they are replayed; everything else is drawn from real daily returns and says that it is
 * synthetic.
 */
@NullMarked
package io.dawsos.portfolio.demo;

import org.jspecify.annotations.NullMarked;
