@NullMarked
package io.dawsos.portfolio.security;

import org.jspecify.annotations.NullMarked;
