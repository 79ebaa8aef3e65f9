@NullMarked
package io.dawsos.portfolio.api;

import org.jspecify.annotations.NullMarked;
