/** Tests of portfolio alerts, on a real PostgreSQL, with real receivers. */
@NullMarked
package io.dawsos.portfolio.alert;

import org.jspecify.annotations.NullMarked;
