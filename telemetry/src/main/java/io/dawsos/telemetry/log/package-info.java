/**
 * Logs of a service: SLF4J's events as one JSON object a line (or a line for people), with the trace, request and user
 * that they belong to, written by a thread of their own so that no request waits for a disk or a pipe. Enter at
 * {@link io.dawsos.telemetry.log.LogSetup}; {@link io.dawsos.telemetry.log.Severity} adds the level CRITICAL.
 */
@NullMarked
package io.dawsos.telemetry.log;

import org.jspecify.annotations.NullMarked;
