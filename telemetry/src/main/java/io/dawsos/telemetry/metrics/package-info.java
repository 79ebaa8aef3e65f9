@NullMarked
package io.dawsos.telemetry.metrics;

import org.jspecify.annotations.NullMarked;
