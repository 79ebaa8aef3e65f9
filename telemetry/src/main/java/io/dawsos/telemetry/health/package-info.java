/**
 * Whether this process and what it depends on are well. Enter at {@link io.dawsos.telemetry.health.Health}, which the
 * endpoints {@code /health}, {@code /health/live} and {@code /health/ready} ask.
 */
@NullMarked
package io.dawsos.telemetry.health;

import org.jspecify.annotations.NullMarked;
