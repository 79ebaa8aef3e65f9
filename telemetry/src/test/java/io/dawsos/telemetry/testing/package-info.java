@NullMarked
package io.dawsos.telemetry.testing;

import org.jspecify.annotations.NullMarked;
