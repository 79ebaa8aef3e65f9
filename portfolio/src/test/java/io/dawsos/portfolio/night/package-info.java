/** Two replicas as processes of their own, on one PostgreSQL, over a whole night; one is killed at each step in turn. */
@NullMarked
package io.dawsos.portfolio.night;

import org.jspecify.annotations.NullMarked;
