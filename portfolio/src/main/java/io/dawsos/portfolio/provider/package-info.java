/**
 * Prices, exchange rates and news from outside: Polygon, FMP, FRED and a news source, or the market simulator in their
 * place. Enter at {@link io.dawsos.portfolio.provider.Providers}. Every request has time limits, a rate limit, bounded
 * repeats and a circuit breaker; no key ever leaves in a span, a log line, a metric or an error.
 */
@NullMarked
package io.dawsos.portfolio.provider;

import org.jspecify.annotations.NullMarked;
