@NullMarked
package io.dawsos.portfolio.seed;

import org.jspecify.annotations.NullMarked;
