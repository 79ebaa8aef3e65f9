/** Load on a running portfolio service: enter at {@link io.dawsos.loadtest.LoadTest}. */
@NullMarked
package io.dawsos.loadtest;

import org.jspecify.annotations.NullMarked;
