/**
 * What telemetry costs a whole service: the same load on it with telemetry off, on, and with the OpenTelemetry Java
 * agent instead. Enter at {@link io.dawsos.benchmarks.overhead.OverheadRun}.
 */
@NullMarked
package io.dawsos.benchmarks.overhead;

import org.jspecify.annotations.NullMarked;
