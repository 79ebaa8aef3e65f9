@NullMarked
package io.dawsos.telemetry;

import org.jspecify.annotations.NullMarked;
