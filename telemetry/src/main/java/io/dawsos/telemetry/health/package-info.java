@NullMarked
package io.dawsos.telemetry.health;

import org.jspecify.annotations.NullMarked;
