/**
 * The portfolio service: portfolios, trades, pricing packs and valuation over HTTP. Started by
 * {@link io.dawsos.portfolio.PortfolioApplication}; what is settable is in {@link io.dawsos.portfolio.Settings}.
 */
@NullMarked
package io.dawsos.portfolio;

import org.jspecify.annotations.NullMarked;
