/** The program's commands, a class each. */
@NullMarked
package io.dawsos.observatory.server.cli;

import org.jspecify.annotations.NullMarked;
