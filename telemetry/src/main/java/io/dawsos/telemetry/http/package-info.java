/**
 * Traces that cross a network: {@link io.dawsos.telemetry.http.Propagation} reads and writes W3C headers,
 * {@link io.dawsos.telemetry.http.TracedHttpClient} makes a span of each outgoing call.
 */
@NullMarked
package io.dawsos.telemetry.http;

import org.jspecify.annotations.NullMarked;
