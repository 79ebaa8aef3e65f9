/**
 * Fills an empty database with the demo's market and portfolios, so that a first look shows something. Enter at {@link
 * io.dawsos.portfolio.seed.DemoLoader}.
 */
@NullMarked
package io.dawsos.portfolio.seed;

import org.jspecify.annotations.NullMarked;
