/**
 * Pricing packs: the prices and rates of one day, immutable and named by their content's hash, so that a valuation can
 * be told again to the cent. Enter at {@link io.dawsos.portfolio.pricing.Packs}, which reads them through a cache, and
 * {@link io.dawsos.portfolio.pricing.PackPublisher}, which makes new ones.
 */
@NullMarked
package io.dawsos.portfolio.pricing;

import org.jspecify.annotations.NullMarked;
