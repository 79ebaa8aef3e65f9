/** Tests of when credentials expire. */
@NullMarked
package io.dawsos.portfolio.credential;

import org.jspecify.annotations.NullMarked;
