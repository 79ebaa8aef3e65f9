/**
 * The market simulator: a small HTTP server that answers as Polygon, FMP, FRED and a news source do, from the demo's
 * prices, and that can be told to fail in the ways in which they do. Enter at
 * {@link io.dawsos.portfolio.simulator.MarketSimulator}. Uses no Spring and knows nothing of the service.
 */
@NullMarked
package io.dawsos.portfolio.simulator;

import org.jspecify.annotations.NullMarked;
