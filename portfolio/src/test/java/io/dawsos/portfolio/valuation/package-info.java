@NullMarked
package io.dawsos.portfolio.valuation;

import org.jspecify.annotations.NullMarked;
