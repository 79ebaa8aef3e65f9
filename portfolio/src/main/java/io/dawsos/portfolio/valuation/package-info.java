/**
 * What a portfolio is worth: {@link io.dawsos.portfolio.valuation.Valuer} is the arithmetic, {@link
 * io.dawsos.portfolio.valuation.Valuations} fetches what it needs.
 */
@NullMarked
package io.dawsos.portfolio.valuation;

import org.jspecify.annotations.NullMarked;
