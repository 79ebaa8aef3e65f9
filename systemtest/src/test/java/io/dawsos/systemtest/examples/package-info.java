/** The programs that the guides show, as they are shown. */
@NullMarked
package io.dawsos.systemtest.examples;

import org.jspecify.annotations.NullMarked;
