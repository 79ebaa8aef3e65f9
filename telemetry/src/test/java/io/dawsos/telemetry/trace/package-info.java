@NullMarked
package io.dawsos.telemetry.trace;

import org.jspecify.annotations.NullMarked;
