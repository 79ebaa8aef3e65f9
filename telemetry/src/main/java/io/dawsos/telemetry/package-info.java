/**
 * Telemetry for a JVM service: traces, metrics, logs, request context and health, set up from the environment. Start at
 * {@link io.dawsos.telemetry.Telemetry}; wrap work in a {@link io.dawsos.telemetry.Capability}.
 */
@NullMarked
package io.dawsos.telemetry;

import org.jspecify.annotations.NullMarked;
