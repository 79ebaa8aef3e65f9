@NullMarked
package io.dawsos.portfolio.pricing;

import org.jspecify.annotations.NullMarked;
