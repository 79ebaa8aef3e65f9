@NullMarked
package io.dawsos.portfolio;

import org.jspecify.annotations.NullMarked;
