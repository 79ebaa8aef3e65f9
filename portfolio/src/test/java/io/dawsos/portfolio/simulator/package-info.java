/** Tests of the market simulator. */
@NullMarked
package io.dawsos.portfolio.simulator;

import org.jspecify.annotations.NullMarked;
