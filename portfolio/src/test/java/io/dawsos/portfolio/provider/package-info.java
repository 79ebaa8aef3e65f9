/** Tests of the providers against the market simulator, over HTTP. */
@NullMarked
package io.dawsos.portfolio.provider;

import org.jspecify.annotations.NullMarked;
